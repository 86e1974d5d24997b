package org.jieshi.certificates;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jieshi.certificates.PaperCheck.FieldCheck;
import org.jspecify.annotations.Nullable;

/**
 * Figures typed from a paper. The number and at least two more: nobody learns anything by trying numbers.
 *
 * @param parcel its code, or the real-estate unit number
 * @param area m²
 * @param printedSerial of the blank
 */
record TypedCertificate(@NotBlank @Size(max = 60) String number, @Nullable @Size(max = 200) String holder,
    @Nullable @Size(max = 40) String parcel, @Nullable BigDecimal area, @Nullable LocalDate issuedOn,
    @Nullable @Size(max = 400) String location, @Nullable @Size(max = 40) String printedSerial) {

  static final int FEWEST_FIGURES = 2;

  /** How many figures beside the number were typed. */
  int figures() {
    return compare(null, null).size();
  }

  /** @param serials of the blanks that the paper was written on; with {@code paper} null nothing agrees */
  List<FieldCheck> compare(@Nullable IssuedPaper paper, @Nullable List<String> serials) {
    Certificate certificate = paper == null ? null : paper.certificate();
    List<FieldCheck> fields = new ArrayList<>();
    add(fields, "holder", holder, certificate, text -> names(text).equals(names(paper.holder())));
    add(fields, "parcel", parcel, certificate, text -> squeezed(text).equals(certificate.parcel())
        || squeezed(text).equals(certificate.unitNumber()));
    if (area != null) {
      fields.add(new FieldCheck("area", certificate != null && area.compareTo(certificate.area()) == 0));
    }
    if (issuedOn != null) {
      fields.add(new FieldCheck("issuedOn", certificate != null && issuedOn.equals(certificate.issuedOn())));
    }
    add(fields, "location", location, certificate, text -> certificate.location() != null
        && squeezed(text).equals(squeezed(certificate.location())));
    add(fields, "printedSerial", printedSerial, certificate, text -> serials != null && !serials.isEmpty()
        && serials.get(0).equals(squeezed(text)));
    return fields;
  }

  private static void add(List<FieldCheck> fields, String name, @Nullable String typed,
      @Nullable Certificate certificate, Predicate<String> agrees) {
    if (typed != null && !typed.isBlank()) {
      fields.add(new FieldCheck(name, certificate != null && agrees.test(typed)));
    }
  }

  /** In whatever order and with whatever mark between them. */
  private static Set<String> names(String text) {
    return Arrays.stream(squeezed(text).split("[、，,；;]"))
        .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\\u3000]", "");
  }
}
