/// Common given names of the German-speaking countries, to tell "Erika" in "Müller Erika".
///
/// Written from general knowledge: German, Austrian and Swiss names of all generations and those of
/// their large immigrant communities. Names that are as common as surnames (Walter, Werner, Otto,
/// Peters) are told apart by `isAlsoFamilyName`.
enum GivenNames {
  /// Whether a word, or each part of a double name, is a common given name.
  static func contains(_ word: String) -> Bool {
    guard !word.has("-") else { return split(word, at: UInt8(ascii: "-")).allSatisfy(isKnown) }
    return isKnown(word)
  }

  /// Whether it is a given name that is no common surname as well.
  static func containsOnlyGiven(_ word: String) -> Bool {
    contains(word) && !alsoFamily.contains(squashed(word))
  }

  private static func isKnown(_ word: String) -> Bool { names.contains(squashed(word)) }

  private static let alsoFamily: Set<String> = set(
    """
    albert albrecht anton arnold benedikt berthold bernhard christian claus conrad daniel david
    dietrich eberhard erhard ernst frank franz friedrich fritz georg gerhard gregor guenter
    guenther hartmann heinrich hermann jakob joachim johannes kaspar klaus konrad kurt lorenz
    ludwig lukas martin marx matthias michael moritz nikolaus otto paul peter philipp reinhard
    reinhold richard robert rudolf sebastian simon stefan stephan thomas ulrich urban valentin
    vincent volker vogel walter werner wilhelm winkler wolf wolfram adam leonhard alexander rupp
    kilian jordan merten ferdinand ehrhardt siegfried gabriel lang linus marie noah jan jost kai
    karl lothar marin oswald raphael rose roman samuel urs veit wenzel wolfgang sahin aslan deniz
    tran ali yilmaz kaya jens burkhard
    """)

  private static let names: Set<String> = set(
    """
    achim adalbert adam adele adelheid adolf adrian agathe agnes ahmet aida alban albert albrecht
    alena alessandra alessandro alex alexa alexander alexandra alexej alexei alexis alfons alfred
    ali alice alina alma alois aloisia alwin amalie amelie amir ana anastasia andre andrea
    andreas andrej andrzej anette angela angelika angelina anita anja anke ann anna annabel
    annabell annalena anne annegret anneliese annelies annelore annemarie annerose annette annika
    anny ansgar anton antonia antonie antonio ariane arif arne arnd arno arnold arthur artur
    astrid august auguste axel ayse aysel ayten barbara bastian beat beata beate beatrice beatrix
    ben benedikt benjamin bernd bernadette bernhard bert berta berthold bettina bianca birgit
    birgitta birte bjoern bodo boris brigitta brigitte britta bruni brunhilde bruno burkhard
    caecilia camilla can carina carl carla carlo carlos carmen carola carolin carolina caroline
    carsten catharina catrin cedric celine cem charlotte chiara christa christel christian
    christiane christin christina christine christof christoph christopher clara claudia claudio
    claus clemens cora cordula corinna corinne cornelia cornelius dagmar damian daniel daniela
    daniele danuta dario darius david deborah denis denise dennis desiree detlef detlev diana
    dieter dietlinde dietmar dietrich dimitri dirk dominic dominik dominique dora doreen doris
    dorit dorothea dorothee dragan dunja dustin eberhard eckhard edda edeltraud edeltraut edgar
    edith eduard edwin egon ehrenfried eileen ekkehard elena eleonore elfi elfriede elias elif
    elisa elisabeth elise elke ella ellen elli elmar elsa elsbeth else elvira emil emilia emilie
    emily emine emma emmi emre enrico eric erich erik erika erna ernestine ernst erwin esra
    esther eugen eugenie eva evelin eveline evelyn ewa ewald fabian fabienne fabio farid fatma
    felicitas felix ferdinand finn florentine florian franca francesca francesco francisco
    franciska frank franz franziska frauke fred frederik frederike frida frieda friedel
    friederike friedhelm friedrich frieder fridolin fritz gabi gabriel gabriela gabriele gaby
    georg georgios gerald gerard gerd gerda gereon gerhard gerlinde gernot gero gert gertraud
    gertrud gerti gesa gesine gisa gisbert gisela giovanna giovanni gitta giuseppe gottfried
    gotthard gottlieb grazyna greta gregor grete gretel guido gudrun guenter guenther gunda
    gundula gunnar gunter gunther gustav hakan halil hanna hannah hanne hannelore hannes hanno
    hans hansi hansjoerg hansjuergen hanspeter harald harry hartmut hartwig hasan hatice hedda
    hedi hedwig heide heidemarie heiderose heidi heidrun heike heiko heiner heini heinrich heinz
    helen helena helene helga helge hella hellmut helma helmut helmuth hendrik henning henri
    henriette henrik henry herbert heribert hermann hermine herta hertha hilda hilde hildegard
    hildegund hiltrud holger horst hubert hubertus hueseyin hugo ian ibrahim ida igor ilka ilona
    ilse ina ines inga inge ingeborg ingeburg ingelore ingo ingolf ingrid ioannis iris irena
    irene irina iris irma irmengard irmgard irmi irmtraud irmtraut isa isabel isabell isabella
    isabelle isolde ivan ivana ivo iwona jacob jacqueline jakob jan jana janina janine janis
    jannik jann janusz jaroslaw jasmin jasper jean jeanette jeannette jennifer jens jeremias
    jessica jill jim joachim joana joanna jochem jochen joerg joern johan johann johanna johannes
    john jolanta jonas jonathan josef josefa josefine joseph josephine josip jost juergen juerg
    julia julian juliana juliane julius justin justus jutta kai kaja kamil karen karim karin
    karina karl karla karlheinz karoline karsten kaspar katarina katarzyna kathrin katharina
    kathleen kathrin kati katja katrin kay kemal kenan kerstin kevin kilian kim kira klara klaus
    klemens knut konrad konstantin konstantinos konstanze kornelia kristian kristin kristina
    krystyna kuno kurt lara larissa lars laura laurin lea leah lena leni lennart leo leon leona
    leonhard leonie leonora leopold leyla liane lidia liesel liesbeth lieselotte lili lilia
    lilian lilli lilly lina linda linus lisa lisbeth liselotte lorenz lore lothar lotte lotti
    louis louisa louise luca lucas lucia lucie lucy ludger ludmila ludwig luis luisa luise luka
    lukas luka lutz lydia madeleine magda magdalena maike maja malgorzata malte malwine mandy
    manfred manja manuel manuela mara marc marcel marcell marco marcus marek maren margareta
    margarete margarethe margit margitta margot margret margrit maria marian mariana marianne
    marie marieke marieluise mariella marija marika marilena marina mario marion marisa marit
    marius mark marko markus marlen marlene marlies marliese marta martha martin martina mareike
    mascha mathias mathilde mathis matthaeus matthias maurice max maximilian mechthild mehmet
    meike melanie melina melissa melitta mia michael michaela michail michel michele miguel mika
    milan milena mina minna mira miriam mirjam mirko miroslav mohamed mohammad mohammed mona
    monica monika moritz muhammad murat mustafa nadia nadin nadine nadja nancy natalia natalie
    natascha nele nicola nicolai nicolas nicole niclas nico niels nikita niklas niko nikola
    nikolai nikolaus nils nina noah noemi nora norbert norman odette ole oleg olga oliver olivia
    omar oskar osman oswald ottilie otto ottmar otmar pamela paola pascal patricia patrick patrik
    patrizia paul paula pauline pavel pawel pedro peer peggy petar peter petra philip philipp pia
    pierre piotr rafael rahel raimund rainer ralf ralph ramona raphael raphaela rebecca rebekka
    regina regine regula reiner reinhard reinhardt reinhold reinhild rena renata renate rene
    renee reto ria ricarda riccardo richard rico rita robert roberto robin roger roland rolf
    roman romy ronald ronja ronny rosa rosalinde rosemarie rosi rosina rosmarie roswitha roy
    ruben rudi rudolf ruediger rupert ruth sabina sabine sabrina said salvatore samir samuel
    sandra sandro sandy sara sarah sascha saskia sebastian selina selma senta sepp serena sergej
    sergei sergio sibylle siegbert siegfried sieglinde siegmund siegrid siegrun siegward sigfried
    sigismund sigmund sigrid sigrun silas silke silvana silvia silvio simon simona simone sina
    sofia sofie solveig sonja sonja sophia sophie soeren stanislaw stefan stefanie steffen steffi
    stella stephan stephanie sten sven svea svenja svetlana swetlana sybille susanna susanne
    susann suse suzanne sylvia sylwia tabea tamara tania tanja tarik tatiana tatjana tayfun ted
    thea theo theodor theodora theresa therese theresia thilo thomas thorben thorsten tibor
    tiffany till tilman tilmann tim timm timo timon tina tino tobias tom tomas tomasz toni torben
    torsten traude traudl tristan trude trudi udo ueli ulf uli ulla ulrich ulrike ursel ursula
    urs urte ute uta uwe valentin valentina valerie valeria vanessa vera verena veronica veronika
    vesna victor victoria viktor viktoria vincent vinzenz viola violetta virginia vitali vivian
    vivien volker volkmar vroni waldemar walburga wally walter walther waltraud waltraut wanda
    wencke wenke wendelin werner wiebke wieland wilfried wilhelm wilhelmine willi willibald willy
    wilma winfried wladimir wojciech wolf wolfgang wolfram xaver xenia yannick yasemin yasmin
    yusuf yvette yvonne zdenka zeynep zita zlatko zoe zuzana
    """)

  private static func set(_ list: String) -> Set<String> {
    Set(split(list) { $0 == 0x20 || $0 == 0x0A })
  }
}
