"""Small stores of invented people, each with something to decide."""

import os

from kontor import Stores

FIELDS = {
    "nr": "key", "vorname": "given", "nachname": "family", "firma": "organization",
    "strasse": "street", "plz": "postal_code", "ort": "place", "telefon": "phone",
    "email": "email", "geburtstag": "birth_date", "notiz": "note",
}


def people():
    """Doubtful pairs in plenty, three records of one woman, and a merged contact: Thies Jensen."""
    return Stores.copy("people", lambda folder: write(folder, "Bureau", {"erp": ERP, "list": LIST}))


def hostile():
    """Values meant to break a page, in doubtful pairs so that questions show them."""
    return Stores.copy(
        "hostile", lambda folder: write(folder, SCRIPT, {"a": HOSTILE[:5], "b": HOSTILE[5:]}))


def write(folder, name, sources):
    """Writes a CSV file for each source, and the pipeline that reads them."""
    lines = [f"name: {quoted(name)}", "country: DE", "output: out", "store: kontor.sqlite",
             "sources:"]
    for place, (source, rows) in enumerate(sources.items()):
        with open(os.path.join(folder, source + ".csv"), "w", encoding="utf-8") as file:
            file.write(";".join(FIELDS) + "\n")
            for row in rows:
                file.write(";".join(quoted(value) for value in row) + "\n")
        mapped = ", ".join(f"{field}: {attribute}" for field, attribute in FIELDS.items())
        lines += [f"  - name: {source}", f"    file: {source}.csv",
                  f"    priority: {20 - 5 * place}", f"    map: {{ {mapped} }}"]
    with open(os.path.join(folder, "kontor.yaml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def quoted(value):
    return '"' + value.replace('"', '""') + '"' if '"' in value or ";" in value else value


def row(nr, given, family, street, code, place, phone="", mail="", born="", note="", firm=""):
    return nr, given, family, firm, street, code, place, phone, mail, born, note


ERP = [
    row("1", "Hannelore", "Meyer", "Lindenweg 4", "24103", "Kiel", "0431 5550101",
        "h.meyer@post.example", "1961-04-12"),
    row("2", "Jörg", "Albers", "Hafenstraße 12", "24103", "Kiel", "0431 5550102", "",
        "1970-01-30"),
    row("3", "Sabine", "Köster", "Am Markt 3", "24937", "Flensburg", "0461 5550103",
        "info@koesterbau.example", firm="Köster Bau GmbH"),
    row("4", "Dieter", "Voss", "Birkenallee 8", "24939", "Flensburg", "0461 5550104",
        "voss@post.example"),
    row("5", "Marlies", "Petersen", "Dorfstraße 1", "24943", "Flensburg", "0461 5550105", "",
        "1955-09-02"),
    row("6", "Ute", "Brandt", "Ringstraße 77", "24114", "Kiel", "", "ute.brandt@post.example"),
    row("7", "Thies", "Jensen", "Moorweg 5", "25813", "Husum", "04841 555017",
        "t.jensen@post.example", "1948-12-24"),
    row("8", "Wiebke", "Lorenzen", "Deichstraße 9", "25813", "Husum", "04841 555018"),
]
LIST = [
    row("a", "Hannelore", "Meier", "Lindenweg 40", "24103", "Kiel"),
    row("b", "Georg", "Albers", "Hafenstraße 12", "24103", "Kiel", "0431 5550102"),
    row("c", "Sabine", "Köster", "", "24937", "Flensburg", "", "s.koester@post.example"),
    row("d", "Dieter", "Voß", "Birkenallee 8", "24939", "Flensburg"),
    row("e", "Marlis", "Petersen", "Dorfstr. 1", "24943", "Flensburg"),
    row("f", "Uta", "Brand", "Ringstraße 77", "24114", "Kiel"),
    row("g", "Thies", "Jensen", "Moorweg 5", "25813", "Husum", "04841 555017",
        "t.jensen@post.example", "1948-12-24"),
    row("i", "Hanelore", "Meier", "Lindenweg 4", "24103", "Kiel", "", "", ""),
    row("h", "Wibke", "Lorentzen", "Deichstr. 9", "25813", "Husum"),
]

SCRIPT = "<script>window.broken = 1</script>"
IMAGE = '"><img src=x onerror="window.broken = 2">'
LONG = "Langname" * 1250
RIGHT_TO_LEFT = "\u202eretsieM\u202c"
HOSTILE = [
    row("1", "Uta", SCRIPT, "Weg 1", "24103", "Kiel", "", "uta@post.example", "", IMAGE),
    row("2", "Ute", "Brandt", "Ringstraße 77", "24114", "Kiel", "", "ute.brandt@post.example", "",
        LONG),
    row("3", "Marlies", "Petersen", "Dorfstraße 1", "24943", "Flensburg", "0461 5550105", "", "",
        "a\u0001b\u007fc\u200bd" + RIGHT_TO_LEFT),
    row("4", "Ove", "O'Neill & Co", "Weg 4", "24103", "Kiel", "0431 5550104", "", "",
        "' onfocus='window.broken = 4' autofocus='", IMAGE),
    row("5", LONG, "Thomsen", "Weg 5", "24103", "Kiel", "", "", "",
        "javascript:window.broken = 3"),
    row("6", "Ute", SCRIPT, "Weg 1", "24103", "Kiel", "", "", "", IMAGE),
    row("7", "Uta", "Brand", "Ringstraße 77", "24114", "Kiel", "", "", "", LONG[3:]),
    row("8", "Marlis", "Petersen", "Dorfstr. 1", "24943", "Flensburg", "", "", "", "\u2067abc"),
    row("9", "Owe", "O'Neil & Co", "Weg 4", "24103", "Kiel", "", "", "", "`${window.broken = 5}`",
        IMAGE),
]
