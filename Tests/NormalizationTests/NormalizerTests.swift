import Testing
@testable import Normalization
@Suite struct NormalizerTests {}
