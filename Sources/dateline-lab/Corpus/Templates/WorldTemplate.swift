/// The stage of made-up news: real countries and towns, invented people and groups.
enum WorldTemplate {
  /// One country a line: ISO code, family of names, codes of neighbours, towns. Capitals and
  /// demonyms come from the embedded list of countries.
  static let countries = """
    AF persian PK,IR,TJ Kandahar|Herat|Mazar-i-Sharif|Jalalabad|Kunduz|Ghazni|Khost
    PK southasian IN,AF,IR Lahore|Karachi|Peshawar|Quetta|Multan|Faisalabad|Bannu
    IN southasian PK,BD,NP Mumbai|Chennai|Jaipur|Lucknow|Pune|Amritsar|Srinagar
    BD southasian IN,MM,NP Chittagong|Khulna|Sylhet|Rajshahi|Barisal|Comilla
    NP southasian IN,CN,BD Pokhara|Biratnagar|Birgunj|Dharan|Janakpur
    LK southasian IN,BD,TH Jaffna|Galle|Kandy|Trincomalee|Batticaloa
    IR persian IQ,TR,PK Isfahan|Shiraz|Tabriz|Mashhad|Ahvaz|Zahedan
    IQ arab SY,IR,TR Mosul|Basra|Kirkuk|Najaf|Erbil|Fallujah
    SY arab LB,IQ,TR Aleppo|Homs|Idlib|Deir ez-Zor|Latakia|Raqqa
    LB arab SY,IL,JO Tripoli|Sidon|Tyre|Zahle|Baalbek
    JO arab SY,IQ,EG Irbid|Zarqa|Aqaba|Mafraq|Karak
    EG arab LY,SD,JO Alexandria|Giza|Suez|Luxor|Aswan|Port Said
    SD arab SS,EG,TD Omdurman|Port Sudan|Nyala|El Fasher|Kassala|El Obeid
    LY arab EG,TN,TD Benghazi|Misrata|Sabha|Zawiya|Tobruk|Derna
    YE arab SA,OM,DJ Aden|Taiz|Hodeidah|Marib|Mukalla|Ibb
    SA arab YE,JO,QA Jeddah|Dammam|Medina|Tabuk|Abha
    MA arab DZ,TN,ES Casablanca|Marrakesh|Tangier|Agadir|Oujda
    TN arab DZ,LY,MA Sfax|Sousse|Kairouan|Bizerte|Gafsa
    DZ arab MA,TN,LY Oran|Constantine|Annaba|Setif|Tamanrasset
    NG african NE,CM,TD Lagos|Kano|Maiduguri|Kaduna|Port Harcourt|Jos
    NE african NG,ML,TD Zinder|Maradi|Agadez|Tahoua|Diffa
    ML african NE,BF,SN Timbuktu|Gao|Mopti|Kidal|Sikasso
    BF african ML,NE,GH Bobo-Dioulasso|Djibo|Dori|Kaya|Fada N'Gourma
    KE african SO,ET,UG Mombasa|Kisumu|Nakuru|Garissa|Eldoret
    ET african KE,SD,SO Mekelle|Gondar|Dire Dawa|Hawassa|Bahir Dar
    SO african KE,ET,DJ Kismayo|Baidoa|Bosaso|Galkayo|Beledweyne
    CD african RW,UG,ZM Goma|Bukavu|Lubumbashi|Kisangani|Bunia
    UG african KE,RW,CD Gulu|Mbarara|Jinja|Entebbe|Lira
    ZA african MZ,ZW,NA Johannesburg|Durban|Cape Town|Soweto|Polokwane
    UA slavic RU,PL,MD Kharkiv|Odesa|Lviv|Zaporizhzhia|Kherson|Mykolaiv
    RU slavic UA,GE,KZ Saint Petersburg|Rostov-on-Don|Kazan|Belgorod|Voronezh|Omsk
    PL slavic UA,DE,CZ Krakow|Gdansk|Wroclaw|Lublin|Rzeszow
    RS slavic ME,HR,BA Novi Sad|Nis|Kragujevac|Subotica|Zrenjanin
    GE slavic AM,AZ,RU Batumi|Kutaisi|Gori|Zugdidi|Rustavi
    TR persian SY,GR,IQ Istanbul|Izmir|Diyarbakir|Gaziantep|Van|Adana
    KZ persian RU,KG,UZ Almaty|Shymkent|Karaganda|Aktobe|Oskemen
    GB western IE,FR,NL Manchester|Birmingham|Glasgow|Leeds|Belfast|Cardiff
    FR western BE,ES,DE Marseille|Lyon|Toulouse|Lille|Bordeaux|Nantes
    DE western FR,PL,AT Hamburg|Munich|Leipzig|Cologne|Dresden|Bremen
    IT western FR,AT,CH Milan|Naples|Turin|Palermo|Bologna|Bari
    US western CA,MX,GB Chicago|Houston|Phoenix|Detroit|Atlanta|Seattle
    CA western US,GB,FR Toronto|Vancouver|Calgary|Montreal|Halifax
    AU western NZ,ID,PG Sydney|Melbourne|Brisbane|Perth|Darwin
    ES latin FR,PT,MA Barcelona|Valencia|Seville|Bilbao|Zaragoza
    MX latin US,GT,BZ Guadalajara|Monterrey|Tijuana|Puebla|Culiacan
    CO latin VE,EC,PE Medellin|Cali|Cartagena|Cucuta|Barranquilla
    VE latin CO,BR,GY Maracaibo|Valencia|Barquisimeto|Maturin|Ciudad Guayana
    PE latin CO,BO,EC Arequipa|Trujillo|Cusco|Iquitos|Puno
    BR latin AR,BO,PY Sao Paulo|Salvador|Recife|Manaus|Porto Alegre
    AR latin CL,BO,UY Rosario|Cordoba|Mendoza|Salta|La Plata
    CL latin AR,PE,BO Valparaiso|Antofagasta|Temuco|Iquique|Concepcion
    CN eastasian VN,KZ,MN Shanghai|Chengdu|Wuhan|Guangzhou|Urumqi|Harbin
    JP eastasian KR,CN,PH Osaka|Nagoya|Sapporo|Fukuoka|Sendai
    KR eastasian JP,CN,PH Busan|Incheon|Daegu|Daejeon|Gwangju
    VN eastasian LA,KH,CN Da Nang|Hue|Haiphong|Can Tho|Nha Trang
    MM eastasian TH,BD,CN Yangon|Mandalay|Sittwe|Myitkyina|Lashio
    PH latin ID,VN,MY Cebu City|Davao City|Zamboanga|Iloilo City|Marawi
    ID southasian MY,PH,AU Surabaya|Bandung|Medan|Makassar|Palu|Padang
    """

  /// One family of names a line: given names of men, of women, family names.
  static let people = """
    persian|Ahmad,Reza,Hamid,Farid,Karim,Daud,Javad,Mehmet,Emre,Nasir|Zahra,Laila,Shirin,\
    Maryam,Ayla,Farah,Nilufar|Rahimi,Karimi,Ahmadi,Noori,Hosseini,Sharifi,Yildiz,Demir,Aslan,\
    Rostami,Azizi,Nazari,Safi,Mohseni,Kaya,Zadran
    southasian|Imran,Asif,Rajesh,Arjun,Bilal,Sanjay,Tariq,Vikram,Faisal,Suresh|Ayesha,Priya,\
    Sana,Anita,Nadia,Meera,Fatima|Khan,Sharma,Malik,Patel,Chaudhry,Rao,Hussain,Gupta,Mahmood,\
    Perera,Rahman,Iyer,Siddiqui,Thapa,Qureshi,Menon
    arab|Mohammed,Khalid,Omar,Youssef,Hassan,Samir,Tarek,Walid,Ziad,Adel|Amal,Huda,Rania,Salma,\
    Noor,Dalia,Mona|Haddad,Mansour,Khoury,Saleh,Nasser,Hamdan,Darwish,Farouk,Bakri,Qasim,\
    al-Masri,al-Hashimi,al-Tamimi,Jaber,Shami,Othman
    african|Musa,Samuel,Ibrahim,Joseph,Kwame,Amadou,Daniel,Moussa,Emmanuel,Abdi|Grace,Aminata,\
    Mercy,Hawa,Esther,Fatou,Blessing|Diallo,Okafor,Mwangi,Traore,Abubakar,Otieno,Keita,Mensah,\
    Kabila,Tesfaye,Ndlovu,Ouedraogo,Osman,Bello,Mutua,Sesay
    slavic|Ivan,Oleksandr,Dmitry,Pavel,Marek,Nikola,Sergei,Viktor,Giorgi,Andriy|Olena,Anna,\
    Natalia,Irina,Katarina,Magda,Nino|Kovalenko,Petrov,Nowak,Shevchenko,Jovanovic,Morozov,\
    Bondarenko,Kowalski,Volkov,Beridze,Melnyk,Sokolov,Zielinski,Markovic,Tkachenko,Orlov
    western|Thomas,James,Peter,Michael,David,Paul,Martin,Andrew,Lucas,Stefan|Sarah,Emma,Claire,\
    Laura,Helen,Julia,Sophie|Miller,Fischer,Bernard,Clarke,Rossi,Weber,Moreau,Bennett,Lambert,\
    Hughes,Conti,Schneider,Turner,Marchand,Wallace,Ferrari
    latin|Carlos,Juan,Miguel,Luis,Jorge,Rafael,Diego,Pedro,Andres,Ricardo|Maria,Lucia,Carmen,\
    Elena,Gabriela,Rosa,Isabel|Garcia,Mendoza,Vargas,Silva,Torres,Rojas,Castillo,Ramos,Ortega,\
    Delgado,Pereira,Santos,Navarro,Fuentes,Morales,Cabrera
    eastasian|Wei,Jun,Hiroshi,Min-jae,Minh,Kenji,Tao,Aung,Takeshi,Sung-ho|Mei,Yuki,Ji-woo,Linh,\
    Hana,Thida,Xiu|Zhang,Tanaka,Kim,Nguyen,Chen,Sato,Park,Tran,Liu,Yamamoto,Lee,Pham,Wang,\
    Nakamura,Choi,Win
    """

  /// The outlets: name, where it sits, dateline style, quotation marks, language.
  static let outlets = """
    Northern Courier|London|plain|curly|en
    Continental Wire|Geneva|wire|straight|en
    The Daily Sentinel|Boston|title|curly|en
    Gulf Observer|Doha|wire|curly|en
    Harbour Times|Singapore|labelled|straight|en
    Atlas News Agency|Nairobi|wire|straight|en
    The Evening Ledger|Dublin|title|straight|en
    Crossroads Monitor|Istanbul|labelled|curly|en
    Pacific Dispatch|Manila|plain|straight|en
    The Union Herald|Toronto|title|curly|en
    Frontier Post-Bulletin|Islamabad|none|straight|en
    Meridian Report|Brussels|labelled|curly|en
    El Mirador|Madrid|labelled|curly|es
    La Gazette du Soir|Paris|labelled|curly|fr
    Der Morgenbote|Vienna|labelled|curly|de
    Sahifat al-Yawm|Cairo|labelled|straight|ar
    """
}
