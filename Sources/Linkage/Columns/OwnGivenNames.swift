/// Given names that stand in birth certificates, not only in speech: two of them in one household
/// are two people, however alike they look.
///
/// Written from general knowledge of given names in German-speaking countries.
enum OwnGivenNames {
  /// Whether a folded name is a woman's or a man's own name; unknown for any other.
  static func gender(of name: ArraySlice<UInt8>) -> Gender { genders[Array(name)] ?? .unknown }

  private static let genders: [[UInt8]: Gender] = {
    var genders: [[UInt8]: Gender] = [:]
    for (lines, gender) in [(women, Gender.female), (men, .male)] {
      for name in lines.split(whereSeparator: \.isWhitespace) {
        genders[folded(String(name))] = gender
      }
    }
    return genders
  }()

  private static let women = """
    Agnes Alexandra Alina Amalia Andrea Angela Angelika Anita Anja Anna Anne Annemarie Annette
    Antonia Astrid Barbara Beate Beatrix Bettina Bianca Birgit Birgitta Brigitte Carina Carla
    Carmen Carola Carolin Caroline Cäcilia Charlotte Christa Christel Christiane Christina
    Christine Clara Claudia Cornelia Dagmar Daniela Denise Diana Dora Doris Dorothea Edith Elena
    Elfriede Elisabeth Elise Elke Ella Ellen Else Elvira Emilia Emily Emma Erika Erna Esther Eva
    Evelyn Fabienne Finja Franziska Frieda Friederike Gabriela Gabriele Gerda Gerlinde Gertrud
    Gisela Gudrun Hanna Hannelore Hedwig Heidi Heike Helene Helga Hilde Hildegard Ida Ilona Ilse
    Ines Inga Ingeborg Ingrid Irene Iris Irma Irmgard Isabel Isabella Jana Janina Jasmin Jennifer
    Jessica Johanna Josefine Julia Juliane Jutta Karin Karla Karola Karolina Karoline Katharina
    Katja Kathrin Katrin Kerstin Kirsten Klara Kristin Kristina Lara Larissa Laura Lea Lena Leni
    Leonie Lilli Lina Linda Lisa Lore Lotte Louisa Louise Luisa Luise Lydia Magda Magdalena
    Manuela Mara Margarete Margit Margot Margret Maria Marianne Marie Marina Marion Marlene
    Marlies Marta Martina Mathilde Mechthild Melanie Melina Mia Michaela Michelle Miriam Mona
    Monika Nadine Nadja Natalie Natascha Nele Nicole Nina Nora Olga Patricia Paula Pauline Petra
    Pia Ramona Rebecca Regina Regine Renate Rita Romy Rosa Rosemarie Ruth Sabina Sabine Sabrina
    Sandra Sarah Selina Sibylle Sieglinde Sigrid Silke Silvia Simone Sina Sofie Sonja Stefanie
    Susanna Susanne Svenja Tanja Tatjana Tessa Theresa Therese Tina Ulla Ulrike Ursula Ute Valerie
    Vanessa Vera Verena Veronika Viktoria Viola Walburga Waltraud Wiebke Wilhelmine Yvonne
    """

  private static let men = """
    Achim Adam Adolf Adrian Albert Albrecht Alexander Alfons Alfred Alois Andreas Anton Armin Arne
    Arno Arnold Arthur Artur August Axel Balthasar Bastian Ben Benedikt Benjamin Bernd Bernhard
    Berthold Björn Bodo Boris Bruno Burkhard Carsten Christian Christoph Claus Clemens Conrad
    Constantin Daniel David Dennis Detlef Dieter Dietmar Dietrich Dirk Dominik Eberhard Eckhard
    Edgar Eduard Egon Elias Emil Erhard Erich Erik Ernst Erwin Eugen Ewald Fabian Falk Felix
    Ferdinand Finn Florian Frank Franz Fred Friedhelm Friedrich Fritz Georg Gerald Gerd Gerhard
    Gottfried Gregor Guido Gunnar Günter Gustav Hagen Hannes Hans Harald Hartmut Heiko Heiner
    Heinrich Heinz Helge Helmut Hendrik Henning Henrik Herbert Heribert Hermann Holger Horst
    Hubert Hugo Ignaz Ingo Jakob Jan Jann Jannik Jannis Jens Joachim Jochen Johann Johannes Jonas
    Jonathan Jörg Jörn Josef Julian Julius Jürgen Justus Kai Karl Karsten Kaspar Kevin Klaus
    Klemens Konrad Konstantin Kurt Lars Leo Leon Leonard Leonhard Lennard Levin Linus Lorenz
    Lothar Louis Luca Lucas Ludwig Luis Lukas Lutz Magnus Malte Manfred Manuel Marc Marcel Marco
    Marcus Marek Mario Marius Marlon Martin Marvin Mathis Matteo Matthias Maurice Max Maximilian
    Michael Mirko Moritz Niclas Nico Niels Niklas Nikolaus Nils Noah Norbert Olaf Ole Oliver Oskar
    Oswald Otto Pascal Patrick Paul Peter Philipp Rainer Ralf Raphael Reiner Reinhard Reinhold
    René Richard Robert Robin Roland Rolf Roman Ronald Rudolf Rüdiger Ruben Samuel Sascha
    Sebastian Siegbert Siegfried Siegmund Simon Sönke Stefan Steffen Sven Tammo Theo Theodor
    Thomas Thorben Thorsten Till Tilman Tim Timo Tobias Tom Toni Torben Torsten Udo Ulf Ulrich
    Urban Uwe Valentin Viktor Vincent Volker Walter Wendelin Werner Wilfried Wilhelm Willi
    Wolfgang Wolfram Xaver
    """
}
