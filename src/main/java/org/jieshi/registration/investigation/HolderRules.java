package org.jieshi.registration.investigation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jieshi.identity.personal.Masked;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/** L1: the shares of co-owners sum to exactly 1, as fractions. L2: the fields fit the type, nobody stands there twice. */
public final class HolderRules {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private HolderRules() {
  }

  /** L1, which blocks. */
  public static Optional<Problem> refusal(List<Holder> holders) {
    long stated = holders.stream().filter(holder -> holder.share() != null && holder.shareOf() != null).count();
    boolean half = holders.stream().anyMatch(holder -> (holder.share() == null) != (holder.shareOf() == null));
    if (half || (stated != 0 && stated != holders.size())) {
      return Optional.of(problem("holders: state the share of every co-owner as a fraction, or of none.",
          "字段 holders：按份共有须填写每一共有人的份额（分数），共同共有则均不填写。"));
    }
    if (stated == 0) {
      return Optional.empty();
    }
    BigInteger above = BigInteger.ZERO;
    BigInteger below = BigInteger.ONE;
    for (Holder holder : holders) {
      BigInteger of = BigInteger.valueOf(holder.shareOf());
      above = above.multiply(of).add(BigInteger.valueOf(holder.share()).multiply(below));
      below = below.multiply(of);
    }
    if (above.equals(below)) {
      return Optional.empty();
    }
    BigInteger common = above.gcd(below);
    String sum = above.divide(common) + "/" + below.divide(common);
    return Optional.of(problem("holders: the shares sum to %s, not to 1.".formatted(sum),
        "字段 holders：共有份额之和为 %s，不等于 1。".formatted(sum)));
  }

  /** L2, which warns. */
  public static List<Bilingual> warnings(List<Holder> holders) {
    List<Bilingual> warnings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Holder holder : holders) {
      String name = holder.name().strip();
      if (!seen.add(name) || (holder.identityNumber() != null && !seen.add("#" + holder.identityNumber().strip()))) {
        warnings.add(new Bilingual("%s stands there twice.".formatted(name), "权利人 %s 重复。".formatted(name)));
      }
      checkType(holder, name, warnings);
    }
    return warnings;
  }

  private static void checkType(Holder holder, String name, List<Bilingual> warnings) {
    String number = holder.identityNumber() == null ? "" : holder.identityNumber().strip();
    if (number.isEmpty()) {
      warnings.add(new Bilingual("%s has no identity number.".formatted(name), "权利人 %s 未填证件号。".formatted(name)));
    } else if (holder.type() == Holder.Type.PERSON && !isIdentityCard(number)) {
      warnings.add(new Bilingual("%s is no identity card number of a person (%s).".formatted(Masked.identity(number), name),
          "%2$s 的证件号 %1$s 不是有效的身份证号。".formatted(Masked.identity(number), name)));
    } else if (holder.type().organisation() && !number.matches("[0-9A-HJ-NPQRTUWXY]{18}|[0-9A-Z]{8}-?[0-9X]")) {
      warnings.add(new Bilingual("%s is neither a social credit code nor an organisation code (%s).".formatted(number, name),
          "%2$s 的证件号 %1$s 既非统一社会信用代码，也非组织机构代码。".formatted(number, name)));
    }
    boolean represented = holder.representative() != null && !holder.representative().isBlank();
    if (holder.type().organisation() && !represented) {
      warnings.add(new Bilingual("%s is an organisation without a legal representative.".formatted(name),
          "%s 为单位，未填法定代表人。".formatted(name)));
    }
    if (holder.type() == Holder.Type.PERSON && represented) {
      warnings.add(new Bilingual("%s is a person and has no legal representative; an agent is stated as such."
          .formatted(name), "%s 为个人，不应有法定代表人，代理人请填代理人栏。".formatted(name)));
    }
  }

  /** GB 11643: 17 digits and a check character (ISO 7064 MOD 11-2); old cards of 15 digits have none. */
  static boolean isIdentityCard(String number) {
    if (number.matches("\\d{15}")) {
      return true;
    }
    if (!number.matches("\\d{17}[0-9Xx]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
  }

  private static Problem problem(String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField("form.holders");
  }
}
