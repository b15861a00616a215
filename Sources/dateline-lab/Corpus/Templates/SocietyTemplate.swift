extension NewsTemplate {
  /// Earthquakes, floods, fires, accidents.
  static let disaster = """
    number killed 2 380
    number injured 10 1400
    number missing 3 220
    number homes 40 9000
    number magnitude 5 7
    headline: (Earthquake|Flood|Landslide) near <town> kills <n:killed>, <n:missing> missing
    headline: Death toll in <demonym> (flood|quake|fire) rises to <n:killed>
    headline: Rescuers race to reach villages cut off by (floods|landslides) in <country>
    lead: A magnitude <n:magnitude>.(1|2|4|6|8) earthquake struck near <town> <on:0>, killing at least <n:killed> people and destroying <n:homes> homes, the disaster agency said.
    lead: Floods and landslides set off by heavy rain have killed <n:killed> people around <town>, and <n:missing> were missing, <governor> said <on:1>.
    lead: A fire swept through (a garment factory|a hotel|a hospital) in <town> early <on:0>, killing <n:killed> people and injuring <n:injured>.
    body: <governor> said roads to <n:homes2> houses were still blocked and that helicopters could not land because of the weather.
    body: The disaster agency lowered the number of dead to <n:killed> from <n:killed2>, saying some victims had been counted twice.
    body: The Red Cross said the death toll had reached <n:killed3> and would probably rise.
    body: <witness>, a farmer from a village near <town2>, said the water came within minutes. "I lost my house and my animals," <witness.he> said.
    body: Rescuers pulled a child from the rubble <on:2>, some fifty hours after the building fell.
    body: <pm> declared a state of emergency in the region <on:1> and promised help to every family.
    body: <bcountry> sent two aircraft with tents and medicine, <bforeign> said.
    body: <third> pledged aid worth 12 million dollars, and <ngo> launched an appeal.
    body: <opposition> accused the government of having ignored warnings issued <on:-2>.
    body: <spokes> denied that warnings had been ignored and said villages were evacuated in time.
    body: Schools in <town> will stay closed until <day:9>, the mayor's office said.
    body: <mayor> said electricity had been restored in most of the city by <day:3>.
    body: <doctor> said <doctor.his> hospital was short of blood and had sent patients to <town2>.
    body: Police arrested the owner and two managers of the building <on:2>; <lawyer> said they denied negligence.
    body: A quake in the same region killed <n:injured2> people in <month:-90>.
    body: Forecasters expect more rain by <day:4>.
    body: Some <n:injured> people were treated for injuries, the health ministry said.
    body: <president> visited <town> <on:3> and said <president.he> was ordering an inquiry.
    body: <analyst>, who studies building codes, said the law of <year:-12> had never been enforced.
    body: Aid reached <town2> <on:4>, after soldiers had cleared the road from <capital>.
    body: "We heard voices under the stones all night," said <witness.last>, whose brother was among the missing.
    """

  /// Companies, deals, prices, lay-offs.
  static let business = """
    number million 40 980
    number percent 3 38
    number jobs 120 7000
    number billion 2 60
    headline: <company> to buy <company2> for $<n:billion> billion
    headline: <company> cuts <n:jobs> jobs as (profit|revenue) falls <n:percent> percent
    headline: <demonym> regulator fines <company> $<n:million> million
    lead: <company> agreed <on:0> to buy its rival <company2> for $<n:billion> billion, in the largest (takeover|deal) in <demonym> (industry|banking|telecoms) since <year:-8>.
    lead: <company> will cut <n:jobs> jobs and close its plant in <town>, the company said <on:0>, after profit fell <n:percent> percent in the third quarter.
    lead: The <demonym> competition authority fined <company> $<n:million> million <on:0> for fixing prices with <company2>.
    body: <ceo>, who has run the company since <month:-22>, told investors that the market had "changed for good".
    body: Shares of <company> fell <n:percent2> percent in <capital> <on:0>, and those of <company2> rose.
    body: <company> denied wrongdoing and said it would appeal against the decision.
    body: The deal is expected to close in the first quarter of next year, subject to the approval of regulators in <country> and <bcountry>.
    body: Revenue for the year rose to $<n:million2> million, against $<n:million3> million a year earlier.
    body: Unions accused <ceo.last> of breaking a promise made in <month:-9> and threatened to strike from <day:7>.
    body: <activist>, a union leader in <town>, said <n:jobs2> workers would be affected, more than the company admits.
    body: <pm> called the closure "a bad day for <town>" and asked <ceo.last> to reconsider.
    body: The central bank left its main rate at <n:percent3> percent <on:1> and warned of slower growth.
    body: <bcountry> imposed a tariff of 25 percent on <demonym> steel in <month:-2>, and exports have fallen since.
    body: <company2> was founded in <town2> in <year:-44> and employs about <n:jobs3> people.
    body: <analyst> said the price was too high. "They paid for a market share that is shrinking," <analyst.he> said.
    body: <spokes> said the government would not stand in the way of the sale.
    body: The company paid its chief executive 4.2 million dollars last year.
    body: Lawyers for small shareholders asked a court in <capital> to stop the sale; a hearing is set for <day:12>.
    body: <ceo2> will leave <company2> at the end of <month:1>, and <ceo2.his> successor has not been named.
    body: A bid by a <bdemonym> fund was rejected in <month:-3>.
    body: The factory in <town> has made engines since <year:-27>.
    body: According to two people who know of the talks, <company> first offered $<n:billion2> billion.
    body: <company> promised to invest in <town2> over the next five years and to keep its research there.
    body: Prices of wheat rose <n:percent> percent between <month:-6> and <month:-1>, traders said.
    """

  /// Trials, verdicts, inquiries.
  static let courts = """
    number years 2 30
    number million 1 90
    number witnesses 4 60
    headline: Court in <town> sentences former minister to <n:years> years for (bribery|embezzlement)
    headline: <opposition.last> (charged|freed on bail) in <country> (graft|incitement) case
    headline: Trial of <n:witnesses> (suspects|officers) opens in <capital>
    lead: A court in <capital> sentenced <accused> to <n:years> years in prison <on:0> for taking bribes worth $<n:million> million.
    lead: Prosecutors in <country> charged <opposition> with incitement <on:0>, a day after police searched <opposition.his> office in <town>.
    body: <judge> said the evidence was "overwhelming" and refused bail.
    body: <accused> denied the charges and called the trial political.
    body: <lawyer>, who defends <accused.him>, said <lawyer.he> would appeal within thirty days.
    body: Prosecutors said <accused.last> had received $<n:million2> million from <company> between <month:-50> and <month:-30>.
    body: <company> said it was cooperating with the inquiry and had dismissed two directors.
    body: The court heard <n:witnesses> witnesses, among them <ceo>, who admitted that <ceo.he> had paid for a villa in <town2>.
    body: <accused.last>, who left office in <month:-16>, was arrested at the airport <on:-20>.
    body: Supporters of <accused.last> gathered outside the court, and police detained eight of them.
    body: <ngo> criticised the verdict and said the accused had not been given a fair hearing.
    body: <spokes> rejected the criticism and said the courts were independent.
    body: The prosecutor had asked for <n:years2> years.
    body: "I served my country and I took nothing," <accused.last> told the court.
    body: A second trial, over the sale of land in <town>, is due to open <on:25>.
    body: <bcountry> has asked for the extradition of a third suspect, who may be in <third>.
    body: <president> said nobody stood above the law and denied that <president.he> had spoken with the judges.
    body: The law under which <accused.he> was tried was passed in <month:-38>.
    body: A lower court had acquitted all defendants in <month:-11>.
    body: <analyst> said the case showed how far <party> would go. "It is a warning to others," <analyst.he> said.
    body: The hearing was adjourned until <day:6> after a witness fell ill.
    body: <activist> of <ngo> said <activist.he> was satisfied, but that the ministers who signed the contracts remained free.
    body: The court ordered <accused.last> to repay $<n:million3> million.
    """
}
