import Glibc

/// What is right: one answer, each to some share, or any of a set of bits.
enum LearningTarget {
  case answer(Int)
  case shares(ArraySlice<Float>)
  case anyOf(UInt16)
}

/// The loss of taking `scores` for the logarithms of odds where `target` is right; adds its slope,
/// times `scale`, to `slopes`.
func softmaxLoss(
  _ scores: UnsafeMutablePointer<Float>, _ slopes: UnsafeMutablePointer<Float>, _ count: Int,
  _ target: LearningTarget, scale: Float
) -> Double {
  var highest = scores[0]
  for index in 1..<count { highest = max(highest, scores[index]) }
  var sum: Float = 0
  for index in 0..<count { sum += expf(scores[index] - highest) }
  for index in 0..<count { slopes[index] += scale * expf(scores[index] - highest) / sum }
  let whole = logf(sum) + highest
  switch target {
  case .answer(let answer):
    slopes[answer] -= scale
    return Double(whole - scores[answer])
  case .shares(let shares):
    var loss: Float = 0
    for (index, share) in shares.enumerated() where share > 0 {
      slopes[index] -= scale * share
      loss += share * (whole - scores[index])
    }
    return Double(loss)
  case .anyOf(let set):
    var allowed: Float = 0
    for index in 0..<count where set >> UInt16(index) & 1 == 1 {
      allowed += expf(scores[index] - highest)
    }
    allowed = max(allowed, 1e-30)
    for index in 0..<count where set >> UInt16(index) & 1 == 1 {
      slopes[index] -= scale * expf(scores[index] - highest) / allowed
    }
    return Double(logf(sum) - logf(allowed))
  }
}

/// Adds to `shares` what share of belief `scores` give each of `count` answers.
func addShares(
  _ scores: UnsafeMutablePointer<Float>, _ count: Int, to shares: inout [Float], at start: Int
) {
  var highest = scores[0]
  for index in 1..<count { highest = max(highest, scores[index]) }
  var sum: Float = 0
  for index in 0..<count { sum += expf(scores[index] - highest) }
  for index in 0..<count { shares[start + index] += expf(scores[index] - highest) / sum }
}
