/// Wikinews stories with the days of their dates, for a floor under the reading of dates.
///
/// Source: the news of the Georgetown University Multilayer corpus (GUM), github
/// amir-zeldes/gum, training part, commit 72ce5ac14978a324c2fd18d49484e65292cbe316: the beginnings
/// of 7 documents, tokens joined by blanks. Annotations by the GUM team, CC BY 4.0; texts by the
/// contributors of Wikinews, CC BY 2.5. Only dates with a day are marked here.
enum GumNews {
  /// The beginning of one story.
  struct Story: Sendable {
    let name: String
    /// The text, the dates in "⟦⟧".
    let marked: String
    /// The day of each marked date.
    let days: [String]
  }

  static let stories: [Story] = [
    Story(
      name: "GUM_news_asylum",
      marked: """
        Over 900 asylum seekers rescued off Indonesian coast
        ⟦Monday , May 18 , 2015⟧
        On ⟦Friday⟧ , fishermen rescued over 700 asylum seekers whose boat sank , and the \
        Indonesian Navy reportedly saved 200 more after they were found swimming along the coast \
        of Aceh , Indonesia .
        Major general Fuad Basya , spokesman for the Indonesian military , said fisherman first \
        noticed the people and a warship was deployed to retrieve them . The rescued members \
        included Bangladeshis and Rohingya , a stateless minority of Muslims from Myanmar . \
        Myanmar is mainly Buddhist and the United Nations rates the Rohingya among the world 's \
        most persecuted groups . According to ABC News , Basya also believes the asylum seekers \
        found in the water may have left the boat on purpose to be rescued to avoid being sent \
        away from Indonesia waters .
        Malaysia and Indonesia have maintained a policy of turning away boats of migrants which , \
        according to AFP , the Untied Nations and United States have both criticised .
        One Rohingya , Muhammad Amin , the first boat rescued on ⟦Friday⟧ was turned around twice \
        , toward Malaysia by Indonesian navy and then toward Indonesia by Malaysian navy .
        Discussing his concern in a public statement , Malaysia 's Prime Minister , Najib Razak \
        said , " We are in contact with all relevant parties , with whom we share the desire to \
        find a solution to this crisis " .
        Thailand has recently cracked down on human trafficking , which has affected the routes by \
        which people - smugglers transport migrants .
        The US State Department said John Kerry , the Secretary of State , contacted Thailand 's \
        foreign minister over temporary housing for the Rohingya out at sea .
        """,
      days: [
        "2015-05-18", "2015-05-15", "2015-05-15",
      ]),
    Story(
      name: "GUM_news_hackers",
      marked: """
        Hackers attack Church of Scientology website
        ⟦Sunday , January 20 , 2008⟧
        Wikinews has learned that according to an Internet posting made just over 24 hours ago , \
        the Church of Scientology 's website is being attacked by hackers , causing the site to \
        shut down .
        The attack was launched on ⟦Wednesday⟧ by a user labelled " Anonymous " , on the website " \
        Insurgency Wiki " , a spinoff of 4chan . The " History " section of the site explains , in \
        a satirical fashion , that the incident was prompted by the Church of Scientology 's \
        attempts to remove a promotional video featuring Scientologist Tom Cruise from YouTube . \
        Though YouTube is complying with the Church of Scientology 's requests to take down the \
        video , other sites such as Gawker.com have stated that they will keep hosting the video .
        " So far , it 's the Internet : 1 , Scientology : 0 . But it 's a long game . " - Matthew \
        Ingram
        Writing in a blog post , Matthew Ingram of The Globe and Mail dubbed the ongoing conflict \
        involving the Church of Scientology 's attempts to remove the Cruise video from the \
        Internet : " Scientology vs. the Internet , part XVII " . He characterized the conflict \
        between the Church of Scientology and anonymous posters of the Cruise video as " another \
        small skirmish in a war that Scientology has been waging for almost 15 years , since the \
        early days of newsgroups such as alt.religion.scientology , which posted internal church \
        documents in 1994 . Lawsuits have been filed , mailing lists have been shut down , homes \
        of discussion group participants have been raided and their computers seized -- an all - \
        out war . "
        " Prompted I think by the Tom Cruise video , a new obsession is taking hold on the \
        internet . An insurgency against The Church of Scientology . " Anonymous blogger , " Anon \
        declares war on Church of Scientology "
        One poster admitted to being a part of the effort , writing in a blog post " I have myself \
        , as per instructions , loaded up Gigaloader and started bombarding the Scientology \
        homepage . There s [ sic ] something in the hilarious anarchy of the net that produces \
        these ' events ' every now and again . " The poster wrote that " Prompted I think by the \
        Tom Cruise video , a new obsession is taking hold on the internet . An insurgency against \
        The Church of Scientology . "
        " Someone emailed me earlier today talking about a tool a group ’s been using to attack \
        the scientology website . It ’s an interesting tool , created to overload / create \
        malformed strings and crash a website ’s database , " said the post by an unknown author \
        on pigmy .
        The Church 's website is currently unreachable . Some individuals reported that when they \
        are able to reach the site , all they get is a message stating , " The word scientology \
        means search for truth ... " . As of 15:11 GMT the site was accessible again , but only \
        loads at relatively slow speeds , and by the end of the day ⟦Saturday⟧ the site was not \
        loading at all .
        Posts on the message board for the Scientology - critic site Operation Clambake from \
        ⟦Friday⟧ theorized that a denial - of - service attack had occurred , and wrote that as of \
        ⟦Friday⟧ the Scientology.org site was either not loading at all , or loading very slowly .
        """,
      days: [
        "2008-01-20", "2008-01-16", "2008-01-19", "2008-01-18", "2008-01-18",
      ]),
    Story(
      name: "GUM_news_ie9",
      marked: """
        Microsoft waits for death of Internet Explorer 6
        ⟦Tuesday , March 8 , 2011⟧
        With development of Microsoft 's Internet Explorer 9 ( IE9 ) browser almost complete , \
        Microsoft announced on ⟦Friday⟧ that it is time for IE6 users to move away from the \
        antiquated 10 - year - old browser . Microsoft has replaced it with three newer versions . \
        On a new website , " The Internet Explorer 6 Countdown " , Microsoft has launched an \
        aggressive campaign to persuade users to stop using IE6 and update to a newer IE . Its \
        goal is to decrease IE6 users to less than one percent .
        " [ Ten ] years ago , a browser was born . Its name was Internet Explorer 6 . Now that we \
        ’re in 2011 , in an era of modern web standards , it ’s time to say goodbye , " Microsoft \
        says on " The Internet Explorer 6 Countdown " .
        Internet Explorer 's market share is slipping . IE 's various versions accounted for 70 \
        percent of the market in 2009 ; this has dropped to approximately 56 percent ⟦today⟧ . \
        Mozilla Firefox , its main rival , has been actively increasing its market share while the \
        recently released Google Chrome is also quickly gaining users . PC World 's recent \
        analysis of its own web traffic statistics concluded , " Usually , Internet Explorer is \
        the # 2 browser after Firefox , but over the past 30 days it 's been # 3 , a couple of \
        points behind Safari - and nearly tied with Chrome . It might be a statistical blip . But \
        if it is n't , and Chrome continues to surge , IE could fall to fourth place . "
        Web developers face big problems with IE6 . As they design their web pages for the newer \
        browsers with advanced web technology and geared to the newest web core markup language \
        HTML 5 , they are forced to accommodate older out - of - date technology to support IE6 \
        users . Also , not mentioned on Microsoft 's " The Internet Explorer 6 Countdown " site , \
        are the numerous security vulnerabilities putting the browser at risk of being hacked . \
        The Internet security firm Secunia.com , has said that as of ⟦March 4 , 2011⟧ , IE6 has \
        277 vulnerabilities ; 39 percent of these are rated " highly critical " .
        """,
      days: [
        "2011-03-08", "2011-03-04", "2011-03-08", "2011-03-04",
      ]),
    Story(
      name: "GUM_news_korea",
      marked: """
        North Korea puts military in ' quasi - state of war '
        ⟦Friday , August 21 , 2015⟧
        According to Yonhap news agency , quoting North Korea 's main news agency Korean Central \
        News Agency ( KCNA ) , the country 's military has been placed on high alert and has been \
        told to prepare a " quasi - state of war " . The report comes after North and South Korea \
        exchanged artillery fire ⟦yesterday⟧ .
        " War maniacs of the South Korean puppet military made another grave provocation to the \
        DPRK in the central western sector of the front on ⟦Thursday⟧ afternoon . They perpetrated \
        such reckless action as firing 36 shells at KPA civil police posts under the absurd \
        pretext that the KPA fired one shell at the south side . Six shells of them hit the area \
        near KPA civil police posts 542 and 543 and other 15 shells fell near KPA civil police \
        posts 250 and 251 " , said KCNA . " Foolhardy provocation deserves harsh punishment " , it \
        added ; and , later , " Kim Jong - un issued an order of the supreme commander of the \
        Korean People 's Army [ KPA ] that the front - line large combined units of the KPA should \
        enter a wartime state to be fully battle ready to launch surprise operations " .
        ⟦Yesterday⟧ , North Korea fired artillery rounds aimed at a loudspeaker in South Korea \
        that broadcasts anti-Pyongyang propaganda into the North . " Commanders of the Korean \
        People 's Army were hastily dispatched to the front - line troops to command military \
        operations to destroy psychological warfare tools if the enemy does not stop the \
        propaganda broadcast within 48 hours and prepare against the enemy 's possible \
        counteractions " , added KCNA .
        No injuries or deaths were reported in the attacks from either side , but South Korea \
        evacuated about 80 people in the town of Yeoncheon after at least one shell landed near \
        the area . The South retaliated by firing dozens of rounds of artillery into the north .
        South Korea had recently started to broadcast propaganda from loudspeakers after an 11 - \
        year lull . The broadcasts began on ⟦August 10⟧ and South Korea says the broadcasts will \
        continue .
        """,
      days: [
        "2015-08-21", "2015-08-20", "2015-08-20", "2015-08-20", "2015-08-10",
      ]),
    Story(
      name: "GUM_news_lanterns",
      marked: """
        Lantern Festival in Taipei lights up the night
        ⟦Monday , March 5 , 2007⟧
        Taipei , Taiwan — The Taipei City Lantern Festival was off to a bright start on ⟦Saturday⟧ \
        Night as hundreds of thousands of people crowded onto the Chiang Kai Shek Memorial near \
        downtown Taipei to witness city mayor Hau Lung - bin and other dignitaries ceremoniously \
        flip the switch to light hundreds of colorful lantern scenes in and around the 240,000 \
        square meter memorial park .
        The centerpiece of this rock concert - like performance is a 15 meter high rotating pig \
        equipped with a fog machine , laser light show and theme music .
        The theme of this year s lantern festival revolves around the 12 year Chinese zodiac cycle \
        s year of the pig . Its round shape symbolizes wealth and good fortune and is believed to \
        bring good luck .
        Started in 1990 , the Taipei lantern festival continues a 2000 year old tradition of light \
        related festivals marking the end of the Chinese New Year celebrations . This particular \
        event grows in popularity every year . Last Year over 4 million visitors attended the \
        event and this year the city expects about 6 million visitors according to the event \
        website .
        Colorful lantern scenes not only fill the central square but also the surrounding 2 km \
        circumference of the memorial . Each section has a theme . One side of the memorial is \
        scenes made by student groups while other areas represent the counties of Taiwan . There \
        is even a section of lanterns sponsored by foreign countries . The Malaysia Tourism board \
        was quite prominent at the main entrance to the grounds .
        As with all new year celebrations in Taiwan , the lantern festival is crowded . People \
        flock to see the lantern scenes and enjoy the festival atmosphere as they carry lanterns , \
        given away by the city and bought from street vendors at the event . The many light toys \
        such a swords , devil ears , and lanterns turn the milling crowd into a unique light show \
        that can be observed by climbing the steps of the 70 meter memorial hall on the grounds .
        Local public transportation hubs are often swamped by the event . The station staff at \
        Chiang Kai Shek Memorial Hall Station do an excellent job of crowd control but lines for \
        the subway can still be hours long and very exhausting . A sudden rain storm on ⟦Sunday⟧ \
        night ( ⟦March 4⟧ ) caused a mass exodus of people to head for the station prompting lines \
        that backed up into the street . The commuting crowds can be avoided however by walking \
        from NTU Hospital Station or Shandao Station . Both of these stops are only about a 20 \
        minute walk from the event and have no crowds at all .
        If you really want to avoid the crowds , definitely avoid the weekends . Wait until the \
        fourth or fifth day of the festival when the crowds will have dwindled . I visited the \
        festival on ⟦Saturday⟧ night , ⟦the opening night⟧ , and there was a sea of people in the \
        square . I went back the next ⟦Tuesday⟧ night and there was almost no one there , just a \
        few stray photographers taking advantage of the unimpeded views of the lanterns . The \
        festival runs through ⟦March 11⟧ this year .
        """,
      days: [
        "2007-03-05", "2007-03-03", "2007-03-04", "2007-03-04", "2007-03-03", "2007-03-03",
        "2007-03-06", "2007-03-11",
      ]),
    Story(
      name: "GUM_news_questionnaire",
      marked: """
        Reports : ' streamlined ' UK asylum process to replace interview with questionnaire for \
        five nationalities
        ⟦Thursday , February 23 , 2023⟧
        Braverman ( left ) and Sunak ( right ) on ⟦October 25 , 2022⟧ . Image : UK Government .
        The Border Force vessel HMC Searcher on The Solent on ⟦February 8 , 2010⟧ . Image : Brian \
        Burnell .
        The United Kingdom Home Office ⟦today⟧ is to begin issuing questionnaires in place of \
        official interviews to determine refugee status for some 12,000 asylee hopefuls from \
        Afghanistan , Eritrea , Libya , Syria and Yemen who applied before last summer .
        The forms are part of Prime Minister Rishi Sunak 's effort to clear the nation 's 92,000 \
        asylum claim - ' legacy backlog ' by ⟦year end⟧ .
        While standard security , criminal , and health checks will continue , officials will \
        scrap the face - to - face interview step to " streamline " processing for five \
        nationalities whose claim acceptance rate is already above 95 % .
        The document , which media reports range from ten to 32 pages with 40 to 50 questions , " \
        must be completed in English " , the government recommending " online translation tools " \
        if needed .
        It also must be returned within twenty working days . A leaked internal letter seen by Sky \
        News says " failure to return the questionnaire without reasonable explanation may result \
        in an individual 's asylum claim being withdrawn in line with the published policy " , but \
        the government will provide a reminder after the deadline and consider extensions .
        Officials tell BBC News every claim will be assessed meritocratically , with the i \
        reporting no one will be refused " based solely on the response of the questionnaire " .
        A similar fast - track system backed by the British Red Cross in September 2021 for 3,000 \
        Afghan refugees was reportedly rejected by Prime Minister Boris Johnson over fears it \
        would amount to amnesty , which the Home Office today rejects , and strain the UK 's \
        welfare and housing systems .
        Labour 's Shadow Home Secretary Yvette Cooper said her party has supported the idea " for \
        months " , and said it was " damning that the Home Office is n't doing this already [ ... \
        ] including for safe countries like Albania " after the United Nations High Commissioner \
        for Refugees " recommended it two years ago . "
        She continued : " Labour has a common - sense plan to fast - track cases , get return \
        agreements in place so unsuccessful claims can be quickly and safely returned , and take \
        much stronger action against the criminal gangs driving dangerous small boat crossings . "
        Figures to be published ⟦today⟧ show a record 45,756 migrants crossing the Channel last \
        year drove outstanding asylum claims over 150,000 , also a record .
        Sunak has made tackling migration one of his main priorities , with laws banning illegal \
        migrants from claiming asylum in the UK expected next month . The Home Office letter reads \
        " we may extend the use of the questionnaire as a means to gather additional information \
        from other claimants awaiting an asylum decision in due course " , but no current plans to \
        expand the scheme exist .
        Braverman with France 's interior and overseas minister Gérald Darmanin in Paris on \
        ⟦November 14 , 2022⟧ . Image : Home Office .
        On ⟦Wednesday⟧ , Home Secretary Suella Braverman told GB News : " It 's clear that we have \
        an unsustainable situation in towns and cities around our country [ ... ] because of the \
        overwhelming numbers of people arriving here illegally and our legal duties to accommodate \
        them " .
        But media have said the questionnaires attract criticism both for making it easier for \
        some asylum seekers to obtain the right to live and work in the UK , and for presenting a \
        burden on those who may not speak English or have access to help or legal counsel .
        The Guardian cited examples of complicated questions with over fifty words , including : " \
        Were you subject to human trafficking ( the recruitment , transportation , transfer , \
        harbouring or receipt of people through force , fraud or deception , with the aim of \
        exploiting them for profit ) or modern slavery ( severe exploitation of other people for \
        personal or commercial gain ) during your journey to or after you arrived in the UK ? "
        It quoted critics like immigration barrister Colin Yeo , and Joint Council for the Welfare \
        of Immigrants campaigner Caitlin Boswell , with Boswell stating : " People fleeing \
        desperate circumstances clearly need this government to make quicker and fairer asylum \
        decisions , but this latest move from government is clumsy , unthinking and could put \
        people ’s safety at risk .
        " No one ’s right to refuge should be jeopardised because they were n't able to fill in an \
        unwieldy form in a language they do n’t speak .
        """,
      days: [
        "2023-02-23", "2022-10-25", "2010-02-08", "2023-02-23", "2023-12-31", "2023-02-23",
        "2022-11-14", "2023-02-22",
      ]),
    Story(
      name: "GUM_news_stampede",
      marked: """
        Hundreds dead in Hajj stampede
        ⟦Thursday , January 12 , 2006⟧
        The Plains of Arafat on the day of Hajj
        According to the Saudi Interior Ministry over 345 Muslim pilgrims have been killed in a \
        stampede during the annual Hajj pilgrimage near Mecca , Saudi Arabia .
        The stampede at Islam 's most holy site happened at Jamarat Bridge , during an event where \
        pebbles are thrown at a pillar to represent the stoning of Satan as part of the final \
        rites of the Hajj .
        """,
      days: [
        "2006-01-12"
      ]),
  ]
}
