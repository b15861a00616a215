extension NewsTemplate {
  /// Sentences that fit any story.
  static let general = """
    body: <president> discussed the situation with <bpresident> by telephone <on:1>, the presidency said.
    body: <pm> cut short a visit to <tcapital> and returned to <capital> <on:1>.
    body: A spokesman for <third>'s foreign ministry said it was following events "with concern".
    body: The European Union called for (calm|an independent inquiry|restraint) <on:2>.
    body: <other> reported that <n:sources> people with knowledge of the matter had confirmed the account; <spokes> would not comment.
    body: The account could not be independently confirmed.
    body: Reports on social media that <interior> had resigned were false, the ministry said.
    body: <pm> is due to speak in parliament <on:3>, where <party> holds a slim majority.
    body: <country>, a country of (young people|farmers and traders|high mountains and dry plains), has had four governments since <year:-6>.
    body: The economy shrank in <year:-2> and recovered slowly after that.
    body: "What happens next depends on <bcapital>," said <analyst.last>, who follows <country> for <ngo>.
    body: Residents of <town2> said they had heard nothing from the authorities.
    body: The ministry said it would publish a report by the end of <month:2>.
    body: Two earlier attempts, in <month:-12> and in <month:-7>, had failed.
    body: <foreign> will travel to <tcapital> next week.
    body: Newspapers in <capital> gave the story little space on <weekday:1>.
    body: Radio in <town> said calm had returned by the evening.
    body: Nobody at the office of <governor> answered calls for comment.
    body: <opposition>, who has led <party> since <month:-34>, asked why it had taken the government so long to respond.
    body: A statement that bore the name of <group> and circulated <on:2> could not be verified.
    body: The two countries share a border of several hundred kilometres, much of it unmarked.
    body: <envoy>, who took up <envoy.his> post in <month:-6>, is expected in <capital> <on:5>.
    body: Families gathered in the rain outside the town hall in <town> and waited for news.
    body: <bcountry>'s ambassador was summoned to the foreign ministry <on:2>.
    body: Much of what happened is still unclear.
    body: Officials in <bcapital> declined to comment.
    body: It was not clear whether <general> had been informed beforehand.
    body: <defence.last> and <interior.last> gave different accounts of the events.
    body: Traders said the markets in <town> reopened <on:3>, though few customers came.
    body: <ngo> has worked in <country> since <year:-15> and has offices in <town> and <town2>.
    body: For years the government had promised reforms, and for years little happened.
    body: In <month:-24> the same ministry had said the opposite.
    """

  /// Furniture of web pages, one block a line.
  static let furniture = """
    top: Home > World > <country>
    top: Breaking News
    top: Share this article
    top: Listen to this story
    top: <n:minutes> min read
    bottom: Share this article on Facebook, Twitter or WhatsApp
    bottom: Read more: [What we know about the events in <town>|Timeline: <country> and <bcountry>]
    bottom: Copyright © <outlet>. All rights reserved.
    bottom: Sign up for our daily newsletter
    bottom: Continue Reading
    bottom: 0 Comments
    bottom: Trending
    bottom: Follow us on Twitter @<slug>
    bottom: (Reporting by <reporter>; editing by <editor>)
    bottom: <reporter> is <outlet>'s correspondent in <capital>.
    number minutes 2 9
    number sources 2 5
    """
}
