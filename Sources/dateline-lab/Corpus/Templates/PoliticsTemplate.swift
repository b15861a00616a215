extension NewsTemplate {
  /// Elections and governments.
  static let election = """
    number percent 31 68
    number turnout 38 84
    number seats 40 210
    number complaints 20 900
    headline: <president> wins (second|third) term in <country>, (commission|early results) (says|show)
    headline: <party> (leads|ahead) in <demonym> election as <opposition.last> (alleges fraud|refuses to concede)
    headline: <country> votes in tight race between <president.last> and <opposition.last>
    lead: <president> won <n:percent> percent of the vote in <country>'s presidential election, the electoral commission said <on:1>, but <opposition> (rejected the result|alleged widespread fraud).
    lead: Voters in <country> went to the polls <on:0> in (a parliamentary election|a presidential run-off) overshadowed by rising prices and violence in <town>.
    body: Turnout was <n:turnout> percent, down from <n:turnout2> percent in <year:-5>, the commission said.
    body: <opposition>, who leads <party>, called on <opposition.his> supporters to stay calm and said <opposition.he> would challenge the result in court.
    body: "This was not an election, it was a theft," <opposition.last> told a crowd in <town>. "[We will not accept it|The people know who won|The courts must act]."
    body: <spokes> rejected the accusations and said observers had been admitted to all polling stations.
    body: Observers from <third> reported <n:complaints> irregularities but said the vote was broadly peaceful.
    body: <party> is expected to hold <n:seats> seats in the new parliament, <n:seats2> according to another count.
    body: The commission said it would publish final results by <day:4>.
    body: <bpresident> congratulated <president.last> by telephone <on:1> and invited <president.him> to <bcapital>.
    body: Clashes between supporters of the two camps left several people injured in <town2> <on:0>, police said.
    body: <police> said polling had been suspended at eleven stations after ballot boxes were burned.
    body: <judge> ruled <on:-12> that <opposition.last> could stand, overturning a decision of <month:-2>.
    body: <country> held its last election in <month:-60>, when <president.last> won by fewer than 20,000 votes.
    body: <pm>, who came to office in <month:-18>, said <pm.he> would offer <pm.his> resignation if <party> lost its majority.
    body: <analyst> said that the economy had decided the vote. "Bread costs twice what it did two years ago," <analyst.he> said.
    body: Inflation rose to <n:percent2> percent in <month:-1>, the highest since <year:-11>.
    body: <mayor> of <town> broke with the party last week and endorsed <opposition.last>.
    body: The new president will be sworn in <on:30>, unless the constitutional court orders a recount.
    body: <activist>, who monitored the count for <ngo>, said <activist.he> had been turned away from two polling stations.
    body: A coalition with the <party2> is possible, <pm.last> said, although talks have not begun.
    body: In <year:-10> a disputed vote led to weeks of unrest in which <n:seats3> people died.
    """

  /// Talks, treaties, expulsions.
  static let diplomacy = """
    number billion 2 40
    number diplomats 2 24
    number prisoners 10 600
    number documents 3 18
    headline: <country> and <bcountry> sign (trade|security|border) (deal|accord) in <tcapital>
    headline: <country> expels <n:diplomats> <bdemonym> diplomats over (spying|assassination) claims
    headline: <bforeign.last> in <capital> for talks on (border security|trade|water|refugees)
    lead: <foreign> and <bforeign> signed an agreement on (border security|trade and transit|water sharing|the return of refugees) in <tcapital> <on:0>, ending (months|two years) of negotiations.
    lead: <country> expelled <n:diplomats> <bdemonym> diplomats <on:0>, accusing them of (spying|meddling in its affairs), in the sharpest dispute between the two neighbours since <year:-6>.
    lead: <bforeign> arrived in <capital> <on:0> for three days of talks on (trade|security|the border dispute), the first visit by a <bdemonym> minister since <month:-26>.
    body: The accord, signed in the presence of <tforeign>, provides for joint patrols and for the exchange of <n:prisoners> prisoners.
    body: <bcountry> will invest $<n:billion> billion in <demonym> (railways|ports|power plants) under the deal, <pm> said.
    body: <demonym> media put the figure at $<n:billion2> billion.
    body: "We have turned a page," <foreign.last> said after the ceremony. "[What matters now is implementation|Our peoples have waited long for this day]."
    body: <bforeign.last> praised <country> for its "constructive role" and thanked <third> for hosting the talks.
    body: <bcountry> called the expulsion "groundless" and promised to respond in kind.
    body: <spokes> said the diplomats had until <day:3> to leave the country.
    body: <tforeign> urged both sides to show restraint and offered to mediate.
    body: The two ministers discussed the fighting near <town> and agreed to reopen the crossing at <town2> by <day:14>.
    body: <opposition> criticised the agreement, saying the government had given up <demonym> land without a vote.
    body: Parliament must ratify the accord before the end of <month:3>, and <party> has said it will vote against it.
    body: <country> recalled its ambassador from <bcapital> in <month:-8> after <bcountry> accused it of arming <group>.
    body: A first round of talks in <bcapital> broke down in <month:-4> without a joint statement.
    body: Under the agreement, <bcountry> will lift sanctions on <n:documents> <demonym> companies, officials said.
    body: <envoy> welcomed the deal and said the United Nations was ready to monitor it.
    body: <president> is to travel to <bcapital> <on:21>, the presidency said.
    body: <bpresident> had warned last month that <bdemonym> patience was running out.
    body: <analyst> said the deal favoured <bcountry>. "<country> needed it more," <analyst.he> said.
    body: The dispute goes back to the treaty of <year:-31>, which left some 200 square kilometres unassigned.
    body: <foreign> denied reports that a secret annex allowed <bdemonym> troops to be stationed in <town>.
    body: <bcountry> promised to release <n:prisoners2> prisoners, <bforeign> said, while the Red Cross spoke of <n:prisoners>.
    """

  /// Marches, strikes of workers, crackdowns.
  static let protest = """
    number crowd 800 90000
    number arrested 12 700
    number injured 4 160
    number percent 8 45
    headline: (Thousands|Tens of thousands) march in <town> against (fuel prices|new tax|corruption)
    headline: Police fire tear gas as protests spread from <town> to <capital>
    headline: Strike by (teachers|doctors|dockers) enters second week in <country>
    lead: About <n:crowd> people marched through <town> <on:0> to protest against (rising fuel prices|a new tax|corruption|a new security law), and police arrested <n:arrested> of them, organisers said.
    lead: Police in <town> fired tear gas and rubber bullets at demonstrators <on:0>, injuring <n:injured>, as protests over (prices|the election|the killing of a student) spread to <capital>.
    body: <police> put the number of demonstrators at <n:crowd2>, far below the figure of <n:crowd> given by the organisers.
    body: <activist>, one of the organisers, said the marches would continue until <pm> stepped down.
    body: "We are not afraid any more," <activist.last> said. "[They raised the price of bread and sent us soldiers|Let them arrest us all]."
    body: <interior> accused "foreign hands" of stirring up the unrest and threatened to call in the army.
    body: <pm> said in a televised address <on:1> that <pm.he> would not resign, but offered talks with the unions.
    body: The unions rejected the offer and called a general strike for <day:4>.
    body: Fuel prices rose by <n:percent> percent <on:-3> after the government cut subsidies.
    body: <ngo> said <n:arrested> people had been detained since <day:-2>, while the interior ministry gave a figure of <n:arrested2>.
    body: <lawyer>, who represents some of the detained, demanded their release.
    body: A court in <town> ordered <n:injured2> students to be freed <on:2>, <judge> said.
    body: Hospitals in <town> treated <n:injured> people, eleven of them police officers, <doctor> said.
    body: Protesters blocked the road to the airport and set fire to tyres in <town2>.
    body: Shops and banks stayed closed in <capital>, and the internet was cut off from noon.
    body: <opposition> of <party> joined the march and called for early elections.
    body: <envoy> urged the authorities to respect the right of peaceful assembly.
    body: <bcountry> advised its citizens to avoid <town>.
    body: <mayor> condemned the use of force and asked <interior.last> to withdraw the riot police.
    body: Similar protests in <month:-30> brought down the government of <country>.
    body: <governor> lifted the curfew <on:3> but kept a ban on gatherings of more than fifty people.
    body: Witnesses said plain-clothes men had beaten marchers; <police.last> denied it.
    body: <analyst> said the government had misjudged the mood. "Concessions now look like weakness," <analyst.he> said.
    """
}
