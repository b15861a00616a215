extension NewsTemplate {
  /// Fighting, air strikes, truces.
  static let conflict = """
    number killed 3 64
    number wounded 5 140
    number fighters 2 45
    number displaced 400 42000
    number hours 24 96
    headline: [Strikes|Air strikes|Shelling] on <town> (kill <n:killed>|leave <n:killed> dead), (officials|rescuers) say
    headline: <group> (seizes|captures) (district near|outskirts of) <town> after (heavy|overnight) fighting
    headline: <country> and <bcountry> (agree|move closer to) (ceasefire|truce) after clashes near <town>
    headline: <n:killed> killed as <demonym> (forces|troops) clash with <group>
    headline: <bcountry> denies (striking|shelling) <town> as death toll rises
    lead: (At least|More than|Some) <n:killed> people were killed and <n:wounded> (wounded|injured) when (air strikes|rockets|shells) hit (a market|a residential district|an army post|a bus station) in <town> <on:0>, (officials|rescue workers|local authorities) said.
    lead: Fighters of <group> attacked (an army base|a convoy|several checkpoints) near <town> <on:0>, killing (at least|) <n:killed> soldiers and wounding <n:wounded> others, <interior> said.
    lead: <country> and <bcountry> agreed <on:2> to a <n:hours>-hour ceasefire after days of clashes near <town> that left (at least|more than) <n:killed> people dead.
    body: <spokes> told reporters in <capital> that the (attack|strike) had been carried out by <bdemonym> (aircraft|drones|artillery) and (vowed|promised) that those responsible would be punished.
    body: <bforeign> denied that <bdemonym> forces had been involved and accused <country> of sheltering <group>.
    body: <bcountry> (rejected|dismissed) the accusation, saying its army had struck only "hideouts" of <group> inside its own territory.
    body: <group> claimed responsibility for the attack in a statement, but gave no evidence.
    body: <group> said its fighters had killed <n:fighters> soldiers, a figure that could not be independently verified.
    body: The army said <n:fighters> militants were killed in the operation, which began <on:-1> and ended before dawn.
    body: <doctor> said <doctor.his> hospital had received <n:killed> bodies and was treating <n:wounded> people, most of them women and children.
    body: <witness>, who lives near the scene, said <witness.he> had heard two explosions shortly after (midnight|sunset|dawn) and then saw neighbours carrying the wounded.
    body: "We ran with nothing but our clothes," <witness.last> said. "[There was smoke everywhere|Nobody came to help us until the morning|We do not know where to go]."
    body: <general>, who commands troops in the region, said the road between <town> and <town2> had been retaken <on:0>.
    body: The ceasefire, which took effect at (midnight|noon) <on:3>, was brokered by <third> after talks in <tcapital>.
    body: Both sides accused each other of violating the truce within hours, and shelling was reported near <town2> <on:4>.
    body: The United Nations said more than <n:displaced> people had fled their homes since fighting resumed <on:-6>.
    body: <envoy> called on all parties to protect civilians and said the Security Council would meet <on:3>.
    body: <defence> visited the wounded in <town> <on:1> and announced that reinforcements would be sent to the border.
    body: <president> said <country> would respond "at a time and place of its choosing" if the attacks continued.
    body: <bpresident> warned <country> against any escalation and ordered <bdemonym> forces to be on alert.
    body: Local officials put the number of dead at <n:killed>, while the interior ministry spoke of <n:killed2>.
    body: <ngo> said one of its clinics in <town2> was destroyed in the strike, and demanded an investigation.
    body: <governor> imposed a night-time curfew in <town> and closed schools until <day:5>.
    body: The attack was the deadliest in <demonym> territory since <month:-14>, when a car bomb killed <n:fighters> people in <town2>.
    body: <country> has been fighting <group> since <year:-9>; a peace accord signed in <month:-40> collapsed within a year.
    body: Relations between <capital> and <bcapital> have been tense since <bcountry> closed the border crossing at <town2> in <month:-5>.
    body: <analyst> said neither side could afford a long war. "They are fighting over the terms of the next negotiation," <analyst.he> said.
    body: If the truce holds, prisoners could be exchanged as early as next week, <bforeign> said.
    body: <rebel>, a commander of <group>, was killed in the raid, according to the defence ministry; the group denied <rebel.his> death.
    """

  /// Bombings and arrests by the police.
  static let security = """
    number killed 1 28
    number wounded 3 90
    number arrested 2 60
    number kilograms 5 900
    headline: <n:arrested> arrested after (bomb|suicide) attack in <town>
    headline: (Bomb|Blast) at <town> (mosque|market|station) kills <n:killed>; <group> blamed
    headline: Police foil (plot|attack) in <town>, seize <n:kilograms> kg of explosives
    lead: A (suicide bomber|car bomb|roadside bomb) killed <n:killed> people and injured <n:wounded> outside (a police station|a mosque|the main market) in <town> <on:0>, police said.
    lead: <demonym> security forces arrested <n:arrested> suspected members of <group> in raids in <town> and <town2> <on:0>, <interior> said.
    body: <police> said the bomber had arrived on a motorcycle and detonated <police.his> vest at the gate.
    body: No group immediately claimed responsibility, but <interior> blamed <group>.
    body: Investigators recovered <n:kilograms> kilograms of explosives, (forged|stolen) documents and a map of <capital>, <police> said.
    body: <spokes> said <n:arrested> people had been detained, among them a former army officer.
    body: The suspects had rented a house about 40 kilometres outside <town> in <month:-3>, according to the police.
    body: Lawyers for the detained denied the charges and said their clients had been beaten in custody.
    body: <lawyer> said <lawyer.he> had not been allowed to see <lawyer.his> clients since <day:-1>.
    body: <bcountry> condemned the attack and offered help with the investigation.
    body: <witness> said the blast threw <witness.him> to the ground. "I saw people covered in blood," <witness.he> said.
    body: <doctor> said that <n:wounded> wounded had been brought in and that <n:killed2> of them later died.
    body: The health ministry later revised the number of dead to <n:killed>.
    body: It was the third attack in <town> since <month:-4>; a bombing in <month:-20> killed <n:killed3> people there.
    body: <interior> accused <bcountry> of allowing <group> to operate from its territory, a charge <bcapital> has repeatedly denied.
    body: A funeral for the victims was held <on:2> in <town>, attended by <governor> and thousands of mourners.
    body: Security was tightened in <capital> ahead of a visit by <bforeign> expected <on:6>.
    body: <analyst> of <ngo> said <group> had lost most of its strongholds but could still "strike soft targets at will".
    body: The government banned <group> in <year:-7> and put a reward on its leader, <rebel>.
    body: <rebel> may have fled across the border, two officials said on condition of anonymity.
    """
}
