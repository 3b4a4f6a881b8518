package org.azulejo.provider.urltemplate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as Python 3 prints them. */
final class PythonNumber {
  /** Enough to tell any two doubles apart. */
  private static final int MOST_DIGITS = 17;

  private static final List<RoundingMode> MODES = List.of(RoundingMode.HALF_EVEN, RoundingMode.UP);

  private PythonNumber() {}

  /**
   * Python's {@code repr}: the fewest digits that give back the same number, always with a point or
   * an exponent. {@link Double#toString} writes more digits than needed before Java 19, and puts
   * exponents elsewhere.
   *
   * @param number finite
   */
  static String text(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(number).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return scientific(shortest, exponent);
    }
    String plain = shortest.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** Next to a power of two the nearest decimal may be another double's, the one above ours. */
  private static BigDecimal shortest(double number) {
    var exact = new BigDecimal(number);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      for (RoundingMode mode : MODES) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == number) {
          return rounded;
        }
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String scientific(BigDecimal number, int exponent) {
    String digits = number.unscaledValue().abs().toString();
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = number.signum() < 0 ? "-" : "";
    return "%s%s%se%+03d".formatted(sign, digits.charAt(0), rest, exponent);
  }
}
