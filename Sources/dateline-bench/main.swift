import Benchmark
import DatelineModel
import DatelineReading
import DatelineText

// One iteration of a text benchmark reads one megabyte, so its time is that of a megabyte. The
// text is the sample articles over and over, each copy an article of its own.
let sample = ArticleSource.files(at: ["seeds"]).files.flatMap { file in
  ArticleReader.read(file).compactMap { try? $0.get() }
}
let sampleBytes = sample.reduce(0) { $0 + $1.text.count }
precondition(sampleBytes > 0, "run this where the folder seeds is")

let megabyte: [Article] = (0..<(1_000_000 / sampleBytes)).flatMap { copy in
  sample.map { article in
    var article = article
    article.id = ArticleID("\(copy)/\(article.id.name)")
    return article
  }
}
let annotatedSample = sample.map { Annotator.annotate($0) }

benchmark("structure of the text, MB") {
  for article in megabyte { blackHole(ArticleParser.parse(article.text, id: article.id)) }
}

benchmark("tokens and sentences, MB") {
  for article in megabyte { blackHole(SentenceSplitter.split(article)) }
}

benchmark("time expressions alone, MB") {
  for article in megabyte {
    blackHole(TimexTagger.timexes(in: AnnotatedArticle(article: article)))
  }
}

benchmark("everything about one article, MB") {
  for article in megabyte { blackHole(Annotator.annotate(article)) }
}

benchmark("resolve the five sample articles") {
  var corpus = Corpus()
  for article in annotatedSample { corpus.insert(article) }
  corpus.resolve()
  blackHole(corpus)
}

/// Keeps the optimiser from leaving out work whose result nobody reads.
@inline(never)
func blackHole<Value>(_ value: Value) {}

Benchmark.main()
