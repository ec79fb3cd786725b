internal import Records

// Written for Kontor from what exports of mail programs, shops and ERP systems call their columns.
extension FieldVocabulary {
  /// Columns' names as `folded` gives them, by field.
  static let vocabulary: [(Field, String)] = [
    (.key, "id key schluessel externalid extid uid kontaktid contactid recordkey"),
    (.recordID, "recid recordid"),
    (.kind, "kind typ art kontaktart contacttype adressatentyp adressattyp personentyp"),
    (.parentKey, "parentid parentkey uebergeordneteid"),
    (
      .customerNumber,
      """
      kundennummer kundennr kdnr kdnummer kundenno customerno customernumber customerid custno
      debitor debitorennummer debitorennr kunnr cardcode kundenid clientno clientnumber
      """
    ),
    (.salutation, "anrede salutation anredeform briefanrede"),
    (.title, "titel title akademischertitel titelakadgrad akadgrad nameprefix prefix namepraefix"),
    (
      .given,
      """
      vorname vornamen given givenname givennames firstname firstnames fname forename rufname
      first fnamec1 namev vornameadressatentypnatuerlperson
      """
    ),
    (
      .middle,
      """
      middle middlename middleinitial additionalname weiterevornamen zweitervorname sname
      patronymic mittelname secondname
      """
    ),
    (.particle, "namensvorsatz vorsatzwort namensvorsatzwort particle namezusatzvon"),
    (
      .family,
      """
      nachname nachnamen zuname familienname family familyname surname lastname lname last
      lnamec1 nameadressatentypnatuerlperson
      """
    ),
    (.birthName, "geburtsname birthname maidenname maedchenname geborene nee"),
    (.suffix, "suffix namesuffix namenszusatz namezusatz"),
    (.nickname, "spitzname nickname rufname2 kurzname"),
    (
      .fullName,
      """
      name fullname vollername vollstaendigername displayname anzeigename contactname kontaktname
      namevorname vornamename vornamenachname nachnamevorname firstandsurname kontakt
      ansprechpartner ansprechpartnername personname realname namekeineangabe
      """
    ),
    (.gender, "geschlecht gender sex"),
    (
      .organization,
      """
      firma firmenname firma1 company companyname organisation organization organizationname
      organisationsname unternehmen employer employername arbeitgeber affiliation name1 firmaname1
      institution verein sitename agency nameadressatentypunternehmen cardname
      """
    ),
    (
      .organization2,
      "firma2 organization2 name2 firmenname2 firmenzusatz company2 firmazusatz zusatzfirma"
    ),
    (.department, "abteilung department organizationdepartment abt dept"),
    (
      .position,
      """
      position funktion jobtitle organizationtitle stelle beruf occupation profession
      rolleimunternehmen
      """
    ),
    (
      .street,
      """
      strasse str street strae strassename streetname streetaddress street1 strasse1 address1
      addressline1 adresszeile1 adresse1 anschrift1 stras strassehausnummer strassehausnr
      strassenr strasseundhausnummer strasseundnr streetnameandnumber streetandnumber
      """
    ),
    (
      .houseNumber,
      "hausnummer hausnr hnr housenumber houseno housenr streetnumber streetno nr hausnummerzusatz"
    ),
    (
      .addressAddition,
      """
      adresszusatz adresszusatz1 adresszusatz2 zusatz address2 addressline2 adresszeile2 adresse2
      anschrift2 unitnumber extendedaddress versandzusatz zuhaenden co strasse2 street2 ortsteil
      """
    ),
    (.poBox, "postfach pobox addresspobox postfachnummer postbox"),
    (
      .postalCode,
      """
      plz postleitzahl zip zipcode postcode postalcode postcodefake zipcodefake pstlz
      addresspostalcode addresszip
      """
    ),
    (
      .place,
      "ort stadt city town place wohnort suburb ortschaft gemeinde ort01 locality addresscity"
    ),
    (
      .region,
      """
      bundesland state region province kanton county bundeslandkanton addressregion addressstate
      """
    ),
    (
      .country,
      """
      land country landregion countryregion laendercode countrycode land1 staat addresscountry
      eulandcode
      """
    ),
    (.fullAddress, "adresse anschrift address addr fulladdress addressformatted postanschrift"),
    (
      .phone,
      """
      telefon tel telefonnummer telefonnr phone phonenumber telephone telephonenumber fon rufnummer
      telf1 festnetz haupttelefon primaryphone companymainphone telnr telno phoneno landline
      """
    ),
    (
      .mobile,
      """
      mobil mobiltelefon mobilnummer mobile mobilephone mobilenumber handy handynummer cell
      cellphone cellular mobiltelnr natel mobilfunk mobilnr
      """
    ),
    (.fax, "fax telefax faxnummer faxnumber faxnr weiteresfax"),
    (
      .email,
      """
      email mail emailadresse emailaddress mailadresse emails primaereemailadresse primaryemail
      secondaryemail sekundaereemailadresse emailaddresse
      """
    ),
    (
      .website,
      "website webseite web homepage url internet webpage www internetadresse webadresse"
    ),
    (.birthYear, "geburtsjahr birthyear yearofbirth jahrgang"),
    (.birthMonth, "geburtsmonat birthmonth monthofbirth"),
    (.birthDay, "geburtstagtag dayofbirth tagdergeburt"),
    (
      .birthDate,
      """
      geburtsdatum geburtstag gebdatum gebdat birthdate birthday dateofbirth dob geborenam gebam
      gbdat born
      """
    ),
    (
      .vatID,
      """
      ustid ustidnr ustidnummer umsatzsteuerid umsatzsteueridnr vatid vatno vatnumber uid2 euustidnr
      vatregistrationno federaltaxid stceg uidnummer
      """
    ),
    (.iban, "iban kontonummeriban"),
    (.role, "rolle role kundenart beziehung"),
    (.status, "status kundenstatus gesperrt sperre"),
    (
      .category,
      "kategorie kategorien category categories gruppe tags labels groupmembership branche"
    ),
    (.language, "sprache language spras"),
    (
      .note,
      "notiz notizen bemerkung bemerkungen note notes kommentar comment comments beschreibung info"
    ),
    (
      .createdAt,
      """
      erstelltam angelegtam angelegt createdat created creationdate anlagedatum registriertam
      erfasstam
      """
    ),
    (
      .changedAt,
      """
      geaendertam geaendert letzteaenderung changedat updatedat modified lastmodified
      aenderungsdatum rev
      """
    ),
    (.consentState, "newsletter einwilligung werbeeinwilligung consent optin werbungerlaubt"),
    (
      .consentDate,
      """
      optindatum werbungstand einwilligungstand einwilligungsdatum einwilligungam optindate
      consentdate
      """
    ),
    (.consentSource, "optinkanal optinsource einwilligungsquelle"),
    (.consentEvidence, "optinquelle einwilligungsnachweis consentevidence"),
    (.consentWithdrawnAt, "optoutdatum widerrufam widerrufsdatum optoutdate abgemeldetam widerruf"),
  ]

  /// Words before or after a field's name that say which address or number it is.
  static let labelWords: [(ValueLabel, String)] = [
    (.home, "privat private home personal privatadresse zuhause"),
    (
      .work,
      """
      geschaeftlich geschaeft gesch dienstlich business work office buero firma firmen company
      employer arbeit beruflich zentrale
      """
    ),
    (.billing, "rechnung rechnungs rechnungsadresse rechnungsanschrift billing invoice bill"),
    (
      .delivery,
      "liefer lieferung lieferadresse lieferanschrift delivery shipping versand shipto"
    ),
    (
      .other, "weitere weiterer weiteres weitereeland weiteresr weiteresre other sonstige sonstiges"
    ),
  ]
}
