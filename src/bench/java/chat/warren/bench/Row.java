package chat.warren.bench;

/**
 * One line of the results, higher or lower being better as {@code unit} says.
 *
 * @param warren Warren's figure
 * @param naive the naive endpoint's, in the same run
 */
record Row(String name, String unit, double warren, double naive) {
  double ratio() {
    return naive == 0 ? 0 : warren / naive;
  }
}
