/// The columns of `contacts.csv`, group by group, in the order in which `ContactCSVWriter` fills
/// them.
enum ContactColumn {
  static let all =
    start + person + organization + address + address.map { $0 + "_2" }
    + reach + identity + business + permission

  static let start = ["contact_id", "kind", "record_count"]
  static let person = [
    "salutation", "title", "given", "middle", "particle", "family", "suffix", "birth_name",
    "nickname", "gender",
  ]
  static let organization = ["organization", "legal_form", "department", "position"]
  static let address = [
    "address_label", "street", "house_number", "address_addition", "po_box", "postal_code",
    "place", "region", "country",
  ]
  static let reach = [
    "more_addresses", "phone", "phone_2", "mobile", "fax", "more_phones", "email", "email_2",
    "email_3", "more_emails", "website",
  ]
  static let identity = ["birth_date", "customer_numbers", "numberings", "vat_id", "iban"]
  static let business = [
    "roles", "status", "categories", "language", "note", "created_at", "changed_at",
  ]
  /// Each is followed by its reason.
  static let permission = [
    "may_email", "may_email_2", "may_email_3", "may_phone", "may_mobile", "may_post",
  ].flatMap { [$0, $0 + "_reason"] }
}
