package org.jieshi.parcels;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;

/**
 * A parcel code 宗地代码 of 19 places (GB/T 37346, domain.md §2): county, cadastral district and sub-district, feature, and a
 * running number within sub-district and feature. It has no check digit.
 *
 * @param subDistrict the first 12 digits
 * @param feature two letters: owner and kind of right
 * @param sequence 1 to {@value #LAST}
 */
public record ParcelCode(String subDistrict, String feature, int sequence) {

  static final int LAST = 99_999;

  private static final Pattern FORM = Pattern.compile("\\d{12}(JA|JC|G[HG]|[GJ][BSXDEFLN]|[GJZ][WY])(?!00000)\\d{5}");

  public ParcelCode {
    if (sequence < 1 || sequence > LAST) {
      throw new IllegalArgumentException("sequence " + sequence);
    }
  }

  /** Empty for a code of another form; older registers have such, with other feature letters. */
  public static Optional<ParcelCode> find(String code) {
    return FORM.matcher(code).matches()
        ? Optional.of(new ParcelCode(code.substring(0, 12), code.substring(12, 14), Integer.parseInt(code.substring(14))))
        : Optional.empty();
  }

  /** @throws ProblemException {@code INVALID_FIELD} for a code of another form */
  public static ParcelCode of(String code) {
    return find(code).orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
        "%s is no parcel code of GB/T 37346; give the parcel one before this step.".formatted(code),
        "%s 不符合 GB/T 37346 宗地代码规则，请先重新编号。".formatted(code)).about(code).asException());
  }

  /** What codes of the same sub-district and feature begin with. */
  public String prefix() {
    return subDistrict + feature;
  }

  /** The real-estate unit number 不动产单元号 (28 places) of the bare land: fixture W, unit 00000000. */
  public String unitNumber() {
    return this + UnitNumber.BARE_LAND;
  }

  @Override
  public String toString() {
    return "%s%s%05d".formatted(subDistrict, feature, sequence);
  }
}
