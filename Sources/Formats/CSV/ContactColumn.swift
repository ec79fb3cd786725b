/// The columns of `contacts.csv`, in their order.
enum ContactColumn: String, CaseIterable {
  case id = "contact_id"
  case kind, salutation, title, given, middle, particle, family, suffix
  case birthName = "birth_name"
  case nickname, gender, organization
  case legalForm = "legal_form"
  case department, position

  // An address: nine columns, in the order in which `ContactCSVWriter` fills them.
  case addressLabel = "address_label"
  case street
  case houseNumber = "house_number"
  case addressAddition = "address_addition"
  case poBox = "po_box"
  case postalCode = "postal_code"
  case place, region, country
  case addressLabel2 = "address_label_2"
  case street2 = "street_2"
  case houseNumber2 = "house_number_2"
  case addressAddition2 = "address_addition_2"
  case poBox2 = "po_box_2"
  case postalCode2 = "postal_code_2"
  case place2 = "place_2"
  case region2 = "region_2"
  case country2 = "country_2"
  case moreAddresses = "more_addresses"

  case phone
  case phone2 = "phone_2"
  case mobile, fax
  case morePhones = "more_phones"
  case email
  case email2 = "email_2"
  case email3 = "email_3"
  case moreEmails = "more_emails"
  case website
  case birthDate = "birth_date"
  case customerNumbers = "customer_numbers"
  case vatID = "vat_id"
  case iban, roles, status, categories, language, note
  case createdAt = "created_at"
  case changedAt = "changed_at"

  case mayEmail = "may_email"
  case mayEmailReason = "may_email_reason"
  case mayEmail2 = "may_email_2"
  case mayEmailReason2 = "may_email_reason_2"
  case mayEmail3 = "may_email_3"
  case mayEmailReason3 = "may_email_reason_3"
  case mayPhone = "may_phone"
  case mayPhoneReason = "may_phone_reason"
  case mayMobile = "may_mobile"
  case mayMobileReason = "may_mobile_reason"
  case mayPost = "may_post"
  case mayPostReason = "may_post_reason"
  case recordCount = "record_count"

  /// The column's place, from 0.
  var index: Int { Self.places[self] ?? 0 }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}
