// Towns, provinces and countries as Dutch youth-care professionals write them; from general knowledge.

enum Places {
  /// Separated by commas and line ends; of a name in several words every capitalised word counts.
  static let all = """
    Nederland,België,Duitsland,Frankrijk,Spanje,Portugal,Italië,Griekenland,Engeland,Ierland,Schotland,Polen
    Oekraïne,Rusland,Roemenië,Bulgarije,Hongarije,Turkije,Marokko,Tunesië,Algerije,Egypte,Syrië,Irak,Iran,Jemen
    Afghanistan,Pakistan,India,China,Eritrea,Ethiopië,Somalië,Soedan,Ghana,Nigeria,Suriname,Curaçao,Aruba,Bonaire
    Kaapverdië,Indonesië,Vietnam,Amerika,Canada,Australië,Zweden,Noorwegen,Denemarken,Finland,Zwitserland,Oostenrijk,Europa,Afrika,Azië,Zuid-Afrika,Zuid-Amerika,Israël,Libanon,Gaza,Oekraine
    Groningen,Friesland,Fryslân,Drenthe,Overijssel,Gelderland,Flevoland,Utrecht,Zeeland,Limburg,Brabant
    Amsterdam,Rotterdam,Den Haag,Eindhoven,Tilburg,Almere,Breda,Nijmegen,Apeldoorn,Arnhem,Haarlem,Enschede,Amersfoort
    Haarlemmermeer,Zaanstad,Zaandam,Den Bosch,Zwolle,Leiden,Leeuwarden,Zoetermeer,Maastricht,Dordrecht,Ede,Westland
    Emmen,Delft,Venlo,Deventer,Helmond,Hilversum,Heerlen,Oss,Sittard,Geleen,Roosendaal,Purmerend,Schiedam,Lelystad
    Alphen,Alkmaar,Leidschendam,Voorburg,Hoofddorp,Gouda,Spijkenisse,Vlaardingen,Almelo,Hoorn,Velsen,IJmuiden,Assen
    Capelle,Nieuwegein,Veenendaal,Katwijk,Bergen op Zoom,Zeist,Hengelo,Nissewaard,Roermond,Hardenberg,Doetinchem
    Barneveld,Den Helder,Hoogeveen,Terneuzen,Weert,Oosterhout,Houten,Waalwijk,Rijswijk,Smallingerland,Drachten
    Kampen,Middelburg,Vlissingen,Goes,Beverwijk,Zutphen,Heerenveen,Sneek,Harderwijk,Wijchen,Overbetuwe,Heerhugowaard
    Uden,Veghel,Boxtel,Best,Veldhoven,Geldrop,Valkenswaard,Deurne,Asten,Someren,Cuijk,Boxmeer,Gennep,Venray,Horst
    Panningen,Kerkrade,Landgraaf,Brunssum,Valkenburg,Meerssen,Stein,Beek,Echt,Susteren,Nederweert,Ridderkerk,Barendrecht
    Hellevoetsluis,Brielle,Middelharnis,Zwijndrecht,Papendrecht,Sliedrecht,Gorinchem,Leerdam,Culemborg,Tiel,Geldermalsen
    Zaltbommel,Wageningen,Rhenen,Nijkerk,Putten,Ermelo,Nunspeet,Elburg,Epe,Heerde,Oene,Vaassen,Brummen,Lochem,Winterswijk
    Aalten,Zevenaar,Duiven,Westervoort,Elst,Bemmel,Groesbeek,Druten,Beuningen,Raalte,Olst,Ommen,Dalfsen,Steenwijk
    Meppel,Staphorst,Genemuiden,Hasselt,Urk,Emmeloord,Dronten,Zeewolde,Oldenzaal,Losser,Haaksbergen,Borne,Rijssen
    Holten,Nijverdal,Vriezenveen,Delden,Goor,Coevorden,Roden,Beilen,Borger,Veendam,Stadskanaal,Winschoten,Delfzijl
    Appingedam,Hoogezand,Sappemeer,Haren,Leek,Bedum,Uithuizen,Dokkum,Franeker,Harlingen,Bolsward,Lemmer,Joure,Gorredijk
    Wolvega,Oosterwolde,Burgum,Buitenpost,Terschelling,Texel,Ameland,Vlieland,Schagen,Enkhuizen,Medemblik,Volendam,Edam
    Castricum,Heiloo,Heemskerk,Zandvoort,Heemstede,Bloemendaal,Aalsmeer,Amstelveen,Uithoorn,Diemen,Weesp,Huizen,Bussum
    Naarden,Laren,Soest,Baarn,Bunschoten,Spakenburg,Leusden,Woudenberg,Doorn,Driebergen,Bunnik,Maarssen,Breukelen
    Woerden,IJsselstein,Vianen,Bodegraven,Waddinxveen,Boskoop,Reeuwijk,Krimpen,Lisse,Hillegom,Sassenheim,Noordwijk
    Voorschoten,Wassenaar,Oegstgeest,Leiderdorp,Pijnacker,Nootdorp,Lansingerland,Berkel,Bleiswijk,Maassluis,Naaldwijk
    Monster,Oud-Beijerland,Strijen,Zierikzee,Tholen,Hulst,Oostburg,Kapelle,Etten-Leur,Zundert,Rucphen,Steenbergen
    Moerdijk,Zevenbergen,Drunen,Heusden,Dongen,Rijen,Goirle,Hilvarenbeek,Oisterwijk,Vught,Schijndel,Rosmalen,Sint-Oedenrode
    Vlaanderen,Antwerpen,Gent,Brugge,Brussel,Leuven,Mechelen,Luik,Parijs,Londen,Berlijn,Keulen,Kopenhagen,Istanbul
    Paramaribo,Willemstad,Rijnmond,Haaglanden,Twente,Achterhoek,Veluwe,Betuwe,Salland,Drechtsteden,Eemland,Foodvalley
    Kennemerland,Waterland,Gooi,Vechtstreek,Hollands,Midden-Holland,Holland,IJsselland,Holland-Rijnland,Rivierenland
    's-Hertogenbosch,'s-Gravenhage,Kyiv,Kiev,Aleppo,Damascus,Kabul,Asmara,Mogadishu,Warschau,Boekarest,Sofia,Ankara
    Bijlmer,Rotterdam-Zuid,Amsterdam-Noord,Amsterdam-Zuidoost,Ter Apel,Harreveld,Zetten,Eefde,Epse,Gorssel,Hoenderloo
    """
}
