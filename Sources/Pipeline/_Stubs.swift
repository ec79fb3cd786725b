func isoDate(_ s: String) -> String { s }
