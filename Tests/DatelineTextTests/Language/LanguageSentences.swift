/// News sentences in many languages, written for these tests, four of each language and two of the
/// scripts that name theirs.
enum LanguageSentences {
  /// A sentence with its language.
  static let all: [(language: String, text: String)] =
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", maxSplits: 1)
      return (String(parts[0]), String(parts[1]))
    }

  private static let table = """
    en|At least twelve people were killed when a bus plunged into a ravine, officials said on \
    Monday.
    en|The prime minister rejected calls to resign and accused the opposition of spreading rumours.
    en|Rescue workers searched for survivors through the night as the rain continued.
    en|Talks between the two countries broke down after three days.
    de|Bei einem Zugunglück sind am Montag mindestens zwölf Menschen ums Leben gekommen.
    de|Die Regierung wies die Vorwürfe der Opposition zurück und kündigte Neuwahlen an.
    de|Die Polizei nahm drei Verdächtige fest, die den Angriff geplant haben sollen.
    de|Nach drei Tagen gingen die Gespräche ohne Ergebnis zu Ende.
    fr|Au moins douze personnes ont été tuées dans un accident de train lundi, selon les autorités.
    fr|Le gouvernement a rejeté les accusations de l'opposition et promis une enquête.
    fr|La police a arrêté trois hommes soupçonnés d'avoir préparé l'attaque.
    fr|Les négociations se sont achevées sans accord après trois jours.
    es|Al menos doce personas murieron el lunes en un accidente de tren, informaron las autoridades.
    es|El gobierno rechazó las acusaciones de la oposición y prometió una investigación.
    es|La policía detuvo a tres hombres sospechosos de haber preparado el ataque.
    es|Las conversaciones terminaron sin acuerdo después de tres días.
    it|Almeno dodici persone sono morte lunedì in un incidente ferroviario, hanno riferito le \
    autorità.
    it|Il governo ha respinto le accuse dell'opposizione e ha promesso un'indagine.
    it|La polizia ha arrestato tre uomini sospettati di aver preparato l'attacco.
    it|I colloqui si sono conclusi senza accordo dopo tre giorni.
    pt|Pelo menos doze pessoas morreram na segunda-feira num acidente de comboio, disseram as \
    autoridades.
    pt|O governo rejeitou as acusações da oposição e prometeu uma investigação.
    pt|A polícia prendeu três homens suspeitos de terem preparado o ataque.
    pt|As conversações terminaram sem acordo ao fim de três dias.
    nl|Bij een treinongeluk zijn maandag zeker twaalf mensen om het leven gekomen.
    nl|De regering wees de beschuldigingen van de oppositie van de hand en beloofde een onderzoek.
    nl|De politie heeft drie mannen opgepakt die de aanval zouden hebben voorbereid.
    nl|De gesprekken zijn na drie dagen zonder resultaat beëindigd.
    sv|Minst tolv personer omkom i en tågolycka i måndags, uppgav myndigheterna.
    sv|Regeringen tillbakavisade oppositionens anklagelser och lovade en utredning.
    sv|Polisen har gripit tre män som misstänks ha förberett attacken.
    sv|Samtalen avslutades efter tre dagar utan något avtal.
    da|Mindst tolv mennesker blev dræbt ved en togulykke mandag, oplyser myndighederne.
    da|Regeringen afviste oppositionens beskyldninger og lovede en undersøgelse.
    da|Politiet har anholdt tre mænd, som er mistænkt for at have forberedt angrebet.
    da|Samtalerne sluttede efter tre dage uden en aftale.
    nb|Minst tolv mennesker ble drept i en togulykke mandag, opplyser myndighetene.
    nb|Regjeringen avviste opposisjonens anklager og lovet en etterforskning.
    nb|Politiet har pågrepet tre menn som er mistenkt for å ha forberedt angrepet.
    nb|Samtalene ble avsluttet etter tre dager uten noen avtale.
    fi|Ainakin kaksitoista ihmistä kuoli maanantaina junaonnettomuudessa, viranomaiset kertovat.
    fi|Hallitus torjui opposition syytökset ja lupasi tutkia asian.
    fi|Poliisi otti kiinni kolme miestä, joiden epäillään valmistelleen hyökkäystä.
    fi|Neuvottelut päättyivät kolmen päivän jälkeen ilman sopimusta.
    pl|Co najmniej dwanaście osób zginęło w poniedziałek w katastrofie kolejowej, podały władze.
    pl|Rząd odrzucił oskarżenia opozycji i obiecał śledztwo.
    pl|Policja zatrzymała trzech mężczyzn podejrzanych o przygotowanie ataku.
    pl|Rozmowy zakończyły się po trzech dniach bez porozumienia.
    cs|Nejméně dvanáct lidí zahynulo v pondělí při vlakovém neštěstí, uvedly úřady.
    cs|Vláda odmítla obvinění opozice a slíbila vyšetřování.
    cs|Policie zadržela tři muže podezřelé z přípravy útoku.
    cs|Jednání skončila po třech dnech bez dohody.
    sk|Najmenej dvanásť ľudí zahynulo v pondelok pri vlakovom nešťastí, uviedli úrady.
    sk|Vláda odmietla obvinenia opozície a sľúbila vyšetrovanie.
    sk|Polícia zadržala troch mužov podozrivých z prípravy útoku.
    sk|Rokovania sa skončili po troch dňoch bez dohody.
    ro|Cel puțin doisprezece persoane au murit luni într-un accident feroviar, au anunțat \
    autoritățile.
    ro|Guvernul a respins acuzațiile opoziției și a promis o anchetă.
    ro|Poliția a arestat trei bărbați suspectați că au pregătit atacul.
    ro|Negocierile s-au încheiat după trei zile fără un acord.
    hu|Legalább tizenketten meghaltak egy hétfői vonatbalesetben, közölték a hatóságok.
    hu|A kormány visszautasította az ellenzék vádjait, és vizsgálatot ígért.
    hu|A rendőrség őrizetbe vett három férfit, akik a támadást előkészíthették.
    hu|A tárgyalások három nap után megállapodás nélkül értek véget.
    tr|Yetkililer, pazartesi günü meydana gelen tren kazasında en az on iki kişinin öldüğünü \
    açıkladı.
    tr|Hükümet, muhalefetin suçlamalarını reddetti ve soruşturma sözü verdi.
    tr|Polis, saldırıyı hazırladığından şüphelenilen üç kişiyi gözaltına aldı.
    tr|Görüşmeler üç gün sonra anlaşma sağlanamadan sona erdi.
    hr|Najmanje dvanaest ljudi poginulo je u ponedjeljak u željezničkoj nesreći, priopćile su \
    vlasti.
    hr|Vlada je odbacila optužbe oporbe i obećala istragu.
    hr|Policija je uhitila trojicu muškaraca osumnjičenih za pripremu napada.
    hr|Pregovori su završili nakon tri dana bez dogovora.
    id|Sedikitnya dua belas orang tewas dalam kecelakaan kereta api pada hari Senin, kata pihak \
    berwenang.
    id|Pemerintah menolak tuduhan oposisi dan menjanjikan penyelidikan.
    id|Polisi menangkap tiga pria yang diduga merencanakan serangan itu.
    id|Perundingan berakhir tanpa kesepakatan setelah tiga hari.
    vi|Ít nhất mười hai người thiệt mạng trong một vụ tai nạn tàu hỏa hôm thứ Hai, giới chức cho \
    biết.
    vi|Chính phủ bác bỏ những cáo buộc của phe đối lập và hứa sẽ điều tra.
    vi|Cảnh sát đã bắt giữ ba người đàn ông bị nghi chuẩn bị vụ tấn công.
    vi|Cuộc đàm phán kết thúc sau ba ngày mà không đạt được thỏa thuận.
    ca|Almenys dotze persones van morir dilluns en un accident de tren, segons les autoritats.
    ca|El govern va rebutjar les acusacions de l'oposició i va prometre una investigació.
    ca|La policia ha detingut tres homes sospitosos d'haver preparat l'atac.
    ca|Les converses es van acabar sense acord després de tres dies.
    ru|По меньшей мере двенадцать человек погибли в понедельник в железнодорожной катастрофе, \
    сообщили власти.
    ru|Правительство отвергло обвинения оппозиции и пообещало провести расследование.
    ru|Полиция задержала трёх мужчин, подозреваемых в подготовке нападения.
    ru|Переговоры завершились через три дня без соглашения.
    uk|Щонайменше дванадцятеро людей загинули в понеділок у залізничній катастрофі, повідомила \
    влада.
    uk|Уряд відкинув звинувачення опозиції та пообіцяв провести розслідування.
    uk|Поліція затримала трьох чоловіків, яких підозрюють у підготовці нападу.
    uk|Переговори завершилися через три дні без домовленості.
    bg|Най-малко дванадесет души загинаха в понеделник при влакова катастрофа, съобщиха властите.
    bg|Правителството отхвърли обвиненията на опозицията и обеща разследване.
    bg|Полицията задържа трима мъже, заподозрени в подготовка на нападението.
    bg|Преговорите приключиха след три дни без споразумение.
    sr|Најмање дванаест људи погинуло је у понедељак у железничкој несрећи, саопштиле су власти.
    sr|Влада је одбацила оптужбе опозиције и обећала истрагу.
    sr|Полиција је ухапсила тројицу мушкараца осумњичених за припрему напада.
    sr|Преговори су завршени после три дана без договора.
    ar|قتل ما لا يقل عن اثني عشر شخصا يوم الاثنين في حادث قطار، حسبما أعلنت السلطات.
    ar|رفضت الحكومة اتهامات المعارضة ووعدت بإجراء تحقيق.
    ar|اعتقلت الشرطة ثلاثة رجال يشتبه في أنهم أعدوا للهجوم.
    ar|انتهت المحادثات بعد ثلاثة أيام دون التوصل إلى اتفاق.
    fa|مقامات گفتند دست کم دوازده نفر روز دوشنبه در سانحه قطار کشته شدند.
    fa|دولت اتهامات مخالفان را رد کرد و وعده داد تحقیق کند.
    fa|پلیس سه مرد را که مظنون به تدارک حمله هستند بازداشت کرد.
    fa|گفتگوها پس از سه روز بدون توافق پایان یافت.
    ur|حکام نے بتایا کہ پیر کے روز ٹرین حادثے میں کم از کم بارہ افراد ہلاک ہو گئے۔
    ur|حکومت نے حزب اختلاف کے الزامات مسترد کرتے ہوئے تحقیقات کا وعدہ کیا۔
    ur|پولیس نے حملے کی منصوبہ بندی کے شبہے میں تین افراد کو گرفتار کر لیا۔
    ur|مذاکرات تین دن بعد کسی معاہدے کے بغیر ختم ہو گئے۔
    el|Τουλάχιστον δώδεκα άνθρωποι σκοτώθηκαν τη Δευτέρα σε σιδηροδρομικό δυστύχημα.
    el|Η κυβέρνηση απέρριψε τις κατηγορίες της αντιπολίτευσης.
    he|לפחות שנים עשר בני אדם נהרגו ביום שני בתאונת רכבת, מסרו הרשויות.
    he|הממשלה דחתה את האשמות האופוזיציה והבטיחה חקירה.
    hi|अधिकारियों ने बताया कि सोमवार को रेल दुर्घटना में कम से कम बारह लोगों की मौत हो गई।
    hi|सरकार ने विपक्ष के आरोपों को खारिज कर दिया।
    zh|官方表示，周一发生的火车事故造成至少十二人死亡。
    zh|政府驳斥了反对派的指控，并承诺展开调查。
    ja|月曜日に起きた列車事故で、少なくとも十二人が死亡したと当局が発表した。
    ja|政府は野党の批判を退け、調査を約束した。
    ko|당국은 월요일 열차 사고로 최소 열두 명이 숨졌다고 밝혔다.
    ko|정부는 야당의 비난을 일축하고 조사를 약속했다.
    th|ทางการเปิดเผยว่ามีผู้เสียชีวิตอย่างน้อยสิบสองคนจากอุบัติเหตุรถไฟเมื่อวันจันทร์
    bn|কর্মকর্তারা জানিয়েছেন, সোমবার ট্রেন দুর্ঘটনায় অন্তত বারো জন নিহত হয়েছেন।
    ta|திங்கட்கிழமை நடந்த ரயில் விபத்தில் குறைந்தது பன்னிரண்டு பேர் உயிரிழந்தனர்.
    """
}
