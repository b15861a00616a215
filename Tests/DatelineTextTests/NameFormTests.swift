import Testing

@testable import DatelineText

@Suite struct NameFormTests {
  /// The groups into which linking puts names, each in order of the names given.
  private func groups(_ names: [(String, EntityType)]) -> [[String]] {
    var linker = AliasLinker(names.map { NameForm($0.0, type: $0.1) })
    linker.link()
    var result: [Int: [String]] = [:]
    for (index, name) in names.enumerated() {
      result[linker.root(index), default: []].append(name.0)
    }
    return result.keys.sorted().map { result[$0] ?? [] }
  }

  @Test(arguments: [
    ("Donald Trump", "Trump", EntityType.person),
    ("Amir Khan al-Muttaqi", "Amir Khan Muttaqi", .person),
    ("Khawaja Muhammad Asif", "Muhammad Asif", .person),
    ("Mohammed Omar", "Muhammad Omar", .person),
    ("Antoine Lévesque", "Levesque", .person),
    ("Tehreek-e-Insaf Pakistan", "Tehrik-i-Insaf Pakistan", .organization),
    ("World Socialist Front", "WSF", .organization),
    ("Ministry of Rural Affairs", "MRA", .organization),
    ("Hezbollah", "Hizbullah", .organization),
    ("Acme Corp", "Acme", .organization),
    ("National League (North)", "National League", .organization),
    ("Lebanese Hezbollah", "Hezbollah", .organization),
    ("United States", "U.S.", .geopolitical),
    ("Paktika Province", "Paktika", .geopolitical),
    ("Afghan", "Afghans", .group),
    ("Salafist", "Salafists", .group),
    ("John Henry Dearle", "J. H. Dearle", .person),
    ("Mohamed Hussein Tantawi", "Mohamed Hussein", .person),
    ("U.S. Office of Rural Affairs", "ORA", .organization),
    ("Velmora terrorist attack", "Velmora attack", .event),
    ("Abdullah II", "Abdullah", .person),
    ("Joe Park II", "Park", .person),
  ])
  func `names of one entity come together`(_ first: String, _ second: String, _ type: EntityType) {
    #expect(groups([(first, type), (second, type)]) == [[first, second]])
    #expect(groups([(second, type), (first, type)]) == [[second, first]])
  }

  @Test(arguments: [
    ("Shehbaz Sharif", "Ahmed Sharif Chaudhry", EntityType.person),
    ("George Bush", "Laura Bush", .person),
    ("Sharif", "Ahmed Sharif Chaudhry", .person),
    ("Abdullah II", "Ali Abdullah Saleh", .person),
    ("Abdullah II", "Karim Abdullah", .person),
    ("Taliban", "Pakistani Taliban", .organization),
    ("Afghan Army", "Army", .organization),
    ("Iran", "Iraq", .geopolitical),
    ("Congo", "Republic of Mongo", .geopolitical),
    ("Foreign Ministry", "Foreign Exchange", .organization),
  ])
  func `different entities stay apart`(_ first: String, _ second: String, _ type: EntityType) {
    #expect(groups([(first, type), (second, type)]) == [[first], [second]])
  }

  @Test func `a surname that two people bear stays alone`() {
    let names = ["George Bush", "Laura Bush", "Bush"].map { ($0, EntityType.person) }
    #expect(groups(names) == [["George Bush"], ["Laura Bush"], ["Bush"]])
  }

  @Test func `a surname after one bearer of it is that person, whoever follows`() {
    let names = ["Ana Belmonte", "Belmonte", "Rosa Belmonte"].map { ($0, EntityType.person) }
    #expect(groups(names) == [["Ana Belmonte", "Belmonte"], ["Rosa Belmonte"]])
  }

  @Test func `an article of Arabic names is no short form`() {
    #expect(groups([("Arab Legion", .organization), ("AL", .organization)]).count == 2)
  }

  @Test func `a person and a body of one name stay apart`() {
    #expect(groups([("Wagner", .person), ("Wagner", .organization)]) == [["Wagner"], ["Wagner"]])
  }
}
