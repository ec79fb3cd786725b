/// Given names by which one person is called.
///
/// Written from general knowledge of German given names and their short forms.
enum Nicknames {
  /// The group of a folded given name; 0 when it is in none.
  static func group(of name: ArraySlice<UInt8>) -> UInt16 {
    groups.numbers[Int(groups.names.find(name))]
  }

  /// The groups by the number of the name; what stands last holds.
  private static let groups: (names: InternTable, numbers: [UInt16]) = {
    var groups = (names: InternTable(), numbers: [UInt16(0)])
    for (index, line) in lines.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ") {
        let number = Int(groups.names.intern(folded(String(name))))
        if number == groups.numbers.count { groups.numbers.append(0) }
        groups.numbers[number] = UInt16(index + 1)
      }
    }
    return groups
  }()

  /// One group a line. A name stands in one group only: where it belongs to several, in the commonest.
  private static let lines = """
    Alexander Alex Sascha Sasha Xander Alexandr Aleksander Aleksandr
    Alexandra Sandra Alexa
    Andreas Andi Andy Andre Anders
    Angelika Geli Angie Angela
    Anna Anne Anni Anja Annie Änne Annchen Hanna Hannah
    Annemarie Annemie
    Anton Toni Tony Antonio
    Antonia Toni
    August Gustl Augustin
    Barbara Babsi Bärbel Barbra Babette
    Benjamin Ben Benni Benny
    Bernhard Bernd Berni Berndt Bernhardt
    Brigitte Gitte Gitta Biggi Brigitta Birgit
    Christa Krista
    Christian Chris Kristian Christjan
    Christine Christina Tina Christel Christl Kristina
    Christiane Kristiane
    Kirsten Kerstin
    Christoph Christof Kristof Christopher Stoffel
    Claudia Klaudia
    Daniel Dani Danny
    Daniela Danni
    Dieter Didi Dietrich Dietmar Diether
    Dominik Dominic Nik
    Dorothea Dora Doris Thea Dorothee Dörte Dorthe
    Eberhard Ebi Ebbo
    Eduard Edi Edward Ede Eddi Eddie Ed Ned Ted Teddy
    Elisabeth Elizabeth Elli Lisa Lisbeth Liesel Else Elsbeth Betty Sissi Elise Lisbet Liesl Liz Lizzie Beth Eliza Bess Bessie
    Emil Emilio
    Erich Erik Eric
    Ernst Ernest
    Eva Evi Evelyn
    Felix Lix
    Ferdinand Ferdi
    Florian Flo Flori
    Franz Franzl Franciszek Francesco František
    Franziska Franzi Fränzi Sissy
    Alfred Alf
    Frederik Fred Freddy Freddie Frederic
    Friedrich Fritz Frieder Friedel Frederick
    Gabriele Gabi Gaby Gabriela Gabriella
    Georg Schorsch Girgl George Georgie
    Gerhard Gerd Gert Gerhardt Hardy
    Gertrud Trude Gerti Traudl Gertraud
    Gottfried Friedl
    Günter Günther Gunter Gunther
    Hannelore Lore Hanne Lorchen
    Hans Johann Johannes Hannes Hansi John Johnny Jack
    Heinrich Heinz Heini Heiner Hein Hinrich Henry Harry Hal
    Helene Helena Leni Lene Lena Hella Ilona Elena
    Helmut Helmuth Hellmut Helli
    Herbert Herbi Heribert
    Hermann Herman Harm
    Hildegard Hilde Hilda Hilla
    Hubert Hubertus Bert Hubsi
    Ignaz Naz
    Ingeborg Inge Inga Ingrid
    Irmgard Irma Irmi
    Jakob Jacob Jockel Jacques
    Joachim Achim Jochen Jo Jochem Hajo
    Johanna Hanni
    Jonas Jonah
    Josef Joseph Sepp Beppo Jupp Seppi Pepi Jusuf Giuseppe Jozef
    Josefine Josefa Josephine Josie Fine
    Julia Jule Juliane Julchen
    Julius Jul
    Karin Karen Carin
    Karl Carl Karel Charly Charles Charlie
    Karoline Caroline Carolin Karolin Line Carola
    Katharina Kathrin Katrin Käthe Kathi Katarina Catharina Kati Kate Cathrin Catrin Katerina Ekaterina
    Klaus Claus Nikolaus
    Nico Niko Nicolas Nikolas Niklas Nikolai Nick
    Konrad Conrad Kurt Curt
    Leonhard Leo Leon Hardl
    Lothar Lotar
    Ludwig Lutz Luis Louis Wiggerl Ludwik
    Luise Louise Luisa
    Magdalena Lena Magda Madeleine
    Manfred Manni Fredi Mani
    Manuela Manu Ela
    Margarete Grete Gretel Margret Margit Margot Rita Gretchen Margarethe Margareta Greta Meta Margaretha Marga
    Maria Marie Mitzi Marika Mary Mariechen Molly Polly
    Marianne Marianna
    Markus Marcus Marc Mark Marco Marko
    Martha Marta
    Martin Marten Martl Märten
    Mathilde Tilda Thilde
    Matthias Mathias Matze Matti Hias Mattias Thies Matthis Mattes
    Maximilian Max Maxi Maxim
    Michael Michi Micha Michel Mike Michail Maik Michal Mischa Mikhail
    Michaela Michi Ela
    Monika Moni Monica
    Nadine Nadja
    Norbert Nobby Norb
    Olaf Olav
    Oskar Oscar
    Otto Otti
    Patrick Patrik Pat Paddy
    Paul Pauli Pawel Paolo
    Peter Pit Petrus Piet Pete Piotr Pjotr Pietro
    Petra Petri
    Philipp Philip Phil Phillip Philippe Fips
    Rainer Reiner Rainier
    Ralf Ralph
    Rudolf Rudi Rudolph Rolf Rolph
    Regina Gina Regine
    Reinhard Reinhardt Reini Reinhart
    Renate Reni Nate
    Richard Richi Rick Ricardo Dick Richie
    Robert Rob Robby Bob Bobby Robbie Roberto
    Roland Rolli
    Rosemarie Rosi Rosa Rose Rosl Rosina
    Sabine Bine Sabina Biene
    Sebastian Basti Bastian Wastl
    Siegfried Sigi Siggi Sigfried
    Sigrid Siri Sigi
    Simon Simeon
    Sofie Sophie Sofia Sophia Soffi
    Stefan Stephan Steffen Steven Stevie Steve Steph
    Stefanie Stephanie Steffi Stefania Steffie
    Susanne Susi Sanne Susanna Sanna Suse Susan Zuzanna
    Theodor Theo Teo Fedor
    Theresa Therese Resi Teresa Tessa
    Thomas Tom Tommy Tomas Tomasz
    Tobias Tobi Tobi
    Ulrich Uli Ulli Udo Ullrich
    Ulrike Ulla Rike
    Ursula Uschi Ursel Ulla
    Valentin Velten
    Veronika Vroni Vera Veronica Roni
    Viktor Victor Vik
    Viktoria Victoria Vicky Vicki Viki
    Volker Volkhard Folker
    Walburga Burgi Walli
    Waldemar Wladimir Vladimir Wolodymyr Volodymyr
    Walter Walther Walt Walti
    Werner Wernher
    Wilhelm Willi Willy Willie Willem William Will Bill Billy Wim Guillaume
    Wilhelmine Minna Mina Helma Wilma
    Wolfgang Wolf Wolfi Wulf
    Xaver Xaverl
    Mohammed Muhammad Mohamed Mehmet Muhammed Mohammad Muhamed Muhammet
    Ahmet Ahmed Ahmad
    Ali Aly
    Mustafa Mostafa Moustafa
    Hüseyin Hussein Hussain Hossein Husein
    Hasan Hassan
    Ibrahim Ebrahim
    Fatma Fatima Fatma
    Yusuf Youssef Yousef Yussuf
    Sergej Sergei Sergey Serge Sergiusz
    Alexej Alexei Aleksey Alexey Aleksej
    Dmitri Dimitri Dmitry Dmitrij Dima
    Jurij Juri Yuri Iurii Yurij
    Natalia Natalie Natascha Nathalie Natalja Natalya
    Tatjana Tanja Tania Tatiana Tanya
    Oleg Olek
    Olga Olha
    James Jim Jimmy Jamie Jem
    Francis Frank Frankie
    Samuel Sam Sammy
    Arthur Art Artie
    Albert Bertie Bert
    Walter Wally
    Herbert Herb
    Ernest Ernie
    Harold Harry
    Lawrence Larry Laurence
    Leonard Len Lenny
    Nathaniel Nat Nathan
    Reginald Reg Reggie
    Ronald Ron Ronnie
    Sidney Sid Sydney
    Stanley Stan
    Timothy Tim
    Vincent Vince
    Sarah Sally Sadie Sara
    Ann Annie Nancy Nan
    Eleanor Nell Nellie Ellen Nelly
    Florence Flo Florrie
    Frances Fanny Fran
    Harriet Hattie Harriett
    Isabella Isabel Bella Isobel
    Margaret Maggie Peggy Meg Margery Madge
    Martha Patty
    Matilda Tilly Maud
    Susan Sue Susie
    Winifred Winnie Win
    Katherine Catherine Kathy Kathleen
    """
}
