// Organisations, programmes, languages and peoples of the field that look like names but are nobody's.

enum Organisations {
  static let all = """
    Jeugdzorg Jeugdbescherming Jeugdreclassering Jeugdhulp Veilig Thuis Horizon Cardea Youz Levvel Pluryn Intermetzo
    Spirit Altra Enver Accare Karakter Entrea Lindenhout Sterk Huis Oosterpoort Youké Rading Pactum Reinaerde Fier
    Nidos Siriz Augeo Trimbos Pharos Movisie Vilans NJi Raad Kamer Jeugdwet Wet Wmo Wlz Zvw Wvggz Wgbo Avg Veldnorm
    Richtlijn Inspectie Gemeente Rechtbank Ministerie College Stichting Expertteam Expertisecentrum Samen
    Buurtgezinnen Home-Start Buurtpunt Jeugdstem Kindertelefoon Slachtofferhulp Politie Teams Instagram Facebook
    Snapchat Tiktok Linkedin Youtube Whatsapp Google Excel Word Windows Discord Insta Schrikker Justis Engels Frans
    Duits Signs Families First Safety Kinderombudsman Kinderpostzegels Radboudumc Mee Yulius Parnassia Dimence Mediant
    Arkin Koraal Juzt Sterker Kenter Parlan Timon Trias Xonar Rubicon Nederlands Nederlandse Turks Turkse Pools Poolse
    Arabisch Arabische Dari Tigrinya Farsi Somalisch Somalische Afghaan Afghaanse Marokkaans Marokkaanse Surinaams
    Surinaamse Mandarijn Vlaamse Vlaams Oekraïens Oekraïense Roemeen Roemeense Syrisch Syrische Syriër Eritrees Eritrese
    Bulgaars Bulgaarse Koerdisch Berbers Papiaments Sarnami Spaans Spaanse Italiaans Italiaanse Engelse Franse Duitse
    Hollands Hollandse Fries Friese Brabants Limburgs Antilliaans Antilliaanse Europees Europese Amerikaans Amerikaanse
    Opvoedpoli Bijenkorf Viersprong Waag Leger Heils Triple Incredible Years Circle Kanjertraining Rots Water
    Streetcorner Eigen Kracht JIM Jimpact Mytyl Stevig Ouderschap Moeders Kansrijke Start Nu Zorgt Halt
    Kerst Pasen Pinksteren Sinterklaas Ramadan Suikerfeest Offerfeest Koningsdag Hemelvaart Bevrijdingsdag Kerstmis
    God Allah Bijbel Koran Islam Christen Moslim Hindoe Jood Joods Joodse Katholiek
    Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December
    Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag
    Powerpoint Outlook Zoom Skype Signal Telegram Netflix Roblox Fortnite Minecraft Playstation Xbox Chatgpt Copilot
    Corona Covid Covid-19 Brexit Internet Ritalin Concerta Wajong Skj Cbs Vng Ggz Ggd Jgz Poh Cjg Kwaliteitskader Norm
    Hervormingsagenda Toekomstscenario Wegwijzer Ontwikkeltafel Kennisnetwerk Platform Vakmanschap Kerngroep Staatscourant
    Convenant Handreiking Meldcode Basisjeugdhulp Jeugdteam Wijkteam Buurtteam Sociaal Team Toegang Gezinsteam
    Youturn Ambiq Jarabee Vitree Tender Elker Cosis Molendrift Lentis Mentrum Emergis Indigo Impegno Amarant Prisma Cello
    Cordaan Philadelphia Siza Lunet Severinus Sdw Humanitas Unicef Barnardos Kinderbescherming Bjz Gecertificeerde Instelling
    Belastingdienst Toeslagen Uwv Svb Duo Coa Ind Azc Vluchtelingenwerk Terre Defence Child Children Plan Jantje Beton
    """
}
