package org.jieshi.certificates;

import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.registration.investigation.Holding;

/** What a paper says of those who hold the right together. Every paper of a shared right names all of them. */
final class CoOwners {

  private CoOwners() {
  }

  /** The line 共有情况. */
  static String holding(Certificate certificate, String paper) {
    String kind = certificate.holding().title().zh();
    if (certificate.holding() != Holding.Kind.SHARES) {
      return kind;
    }
    return certificate.numbers().size() > 1 ? kind + "，本证权利人份额 " + share(certificate, paper)
        : kind + "：" + shares(certificate.holders());
  }

  /** Begins the notes 记事 or 附记; empty where the lines above say all of it. */
  static String note(Certificate certificate, String paper) {
    String kind = certificate.holding().title().zh();
    if (certificate.numbers().size() > 1) {
      return kind + "，全体共有人：" + certificate.holders().stream().map(holder -> holder.name() + "（"
          + (holder.fraction() == null ? "" : holder.fraction() + "，")
          + (holder.certificate().equals(paper) ? "本证" : holder.certificate()) + "）").collect(Collectors.joining("、")) + "。";
    }
    return certificate.holders().isEmpty() || certificate.series() == Series.REAL_ESTATE ? ""
        : kind + "：" + shares(certificate.holders()) + "。";
  }

  private static String share(Certificate certificate, String paper) {
    return certificate.holders().stream().filter(holder -> holder.certificate().equals(paper))
        .map(holder -> String.valueOf(holder.fraction())).collect(Collectors.joining("、"));
  }

  private static String shares(List<CoHolder> holders) {
    return holders.stream().map(holder -> holder.fraction() == null ? holder.name() : holder.name() + " " + holder.fraction())
        .collect(Collectors.joining("、"));
  }
}
