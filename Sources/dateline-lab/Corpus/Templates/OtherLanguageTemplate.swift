extension NewsTemplate {
  /// Spanish.
  static let spanish = """
    number killed 3 80
    number wounded 5 140
    headline: Al menos <n:killed> muertos en <town>, según las autoridades
    headline: <country> y <bcountry> acuerdan una tregua tras los combates en <town>
    lead: Al menos <n:killed> personas murieron y <n:wounded> resultaron heridas en <town>, informaron las autoridades el <on:0>.
    body: El presidente <president.full> condenó el ataque y prometió que los responsables serían llevados ante la justicia.
    body: «No vamos a ceder», dijo <president.last> en una rueda de prensa en <capital>.
    body: El ministro de Exteriores de <bcountry>, <bforeign.full>, negó que su país estuviera implicado.
    body: El grupo <group> reivindicó el atentado, aunque no presentó pruebas.
    body: Los hospitales de <town> atendieron a <n:wounded> heridos, según los médicos.
    body: Las conversaciones, que comenzaron el <on:-3>, continuarán en <tcapital>.
    body: La oposición pidió elecciones anticipadas y acusó al Gobierno de ocultar las cifras.
    body: Según la Cruz Roja, el número de muertos podría llegar a <n:killed2>.
    body: Miles de personas se manifestaron en <town2> para exigir el fin de la violencia.
    body: El acuerdo firmado en <year:-4> no se ha cumplido, dijo un analista.
    body: Las escuelas permanecerán cerradas hasta el <on:5>.
    body: El enviado de la ONU, <envoy.full>, llegará a <capital> el <on:4>.
    """

  /// French.
  static let french = """
    number killed 3 80
    number wounded 5 140
    headline: Au moins <n:killed> morts à <town>, selon les autorités
    headline: <country> : le président <president.last> rejette les accusations
    lead: Au moins <n:killed> personnes ont été tuées et <n:wounded> blessées à <town>, ont annoncé les autorités le <on:0>.
    body: Le président <president.full> a dénoncé une attaque « lâche » et a promis de punir les responsables.
    body: Le ministre des Affaires étrangères <bforeign.full> a démenti toute implication de son pays.
    body: Le groupe <group> a revendiqué l'attaque sans apporter de preuve.
    body: « Nous avons tout perdu », a raconté <witness.full>, qui habite près du marché.
    body: Les hôpitaux de <town> ont accueilli <n:wounded> blessés, selon un médecin.
    body: Les pourparlers, ouverts le <on:-3>, doivent reprendre à <tcapital>.
    body: L'opposition réclame des élections anticipées et accuse le gouvernement de mentir sur le bilan.
    body: Selon la Croix-Rouge, le bilan pourrait atteindre <n:killed2> morts.
    body: Des milliers de personnes ont défilé à <town2> contre la hausse des prix.
    body: L'accord signé en <year:-4> n'a jamais été appliqué, estime un analyste.
    body: Les écoles resteront fermées jusqu'au <on:5>.
    body: L'envoyé de l'ONU, <envoy.full>, est attendu à <capital> le <on:4>.
    """

  /// German.
  static let german = """
    number killed 3 80
    number wounded 5 140
    headline: Mindestens <n:killed> Tote in <town>
    headline: <country> und <bcountry> einigen sich auf Waffenruhe
    lead: Mindestens <n:killed> Menschen sind in <town> getötet und <n:wounded> verletzt worden, teilten die Behörden am <on:0> mit.
    body: Präsident <president.full> verurteilte den Angriff und kündigte an, die Verantwortlichen zu bestrafen.
    body: Außenminister <bforeign.full> wies jede Beteiligung seines Landes zurück.
    body: Die Gruppe <group> bekannte sich zu dem Anschlag, legte aber keine Beweise vor.
    body: „Wir haben alles verloren“, sagte <witness.full>, der in der Nähe des Marktes wohnt.
    body: Die Krankenhäuser in <town> behandelten nach Angaben der Ärzte <n:wounded> Verletzte.
    body: Die Gespräche, die am <on:-3> begonnen hatten, sollen in <tcapital> fortgesetzt werden.
    body: Die Opposition forderte vorgezogene Wahlen und warf der Regierung vor, die Zahlen zu verschweigen.
    body: Nach Angaben des Roten Kreuzes könnte die Zahl der Toten auf <n:killed2> steigen.
    body: Tausende Menschen demonstrierten in <town2> gegen die hohen Preise.
    body: Das Abkommen von <year:-4> sei nie umgesetzt worden, sagte ein Beobachter.
    body: Die Schulen bleiben bis zum <on:5> geschlossen.
    body: Der UN-Gesandte <envoy.full> wird am <on:4> in <capital> erwartet.
    """

  /// Arabic, so that a script from right to left and words without capitals are there too.
  static let arabic = """
    number killed 3 80
    number wounded 5 140
    headline: مقتل <n:killed> أشخاص وإصابة <n:wounded> آخرين في هجوم
    lead: قالت السلطات إن <n:killed> أشخاص على الأقل قتلوا وأصيب <n:wounded> آخرون في هجوم وقع يوم <on:0>.
    body: ودان الرئيس الهجوم وتعهد بمحاسبة المسؤولين عنه.
    body: ونفت وزارة الخارجية في الدولة المجاورة أي دور لها في ما حدث.
    body: وقال أحد الشهود: «سمعنا انفجارين قبل الفجر ثم رأينا الدخان».
    body: وتستمر المحادثات بين الطرفين منذ <on:-3> من دون نتيجة.
    body: وطالبت المعارضة بإجراء انتخابات مبكرة واتهمت الحكومة بإخفاء الأرقام.
    body: وقال الصليب الأحمر إن عدد القتلى قد يصل إلى <n:killed2>.
    body: وتظاهر الآلاف في المدينة احتجاجا على ارتفاع الأسعار.
    body: وستبقى المدارس مغلقة حتى <on:5>.
    """
}
