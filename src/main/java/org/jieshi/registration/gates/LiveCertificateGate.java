package org.jieshi.registration.gates;

import java.util.List;
import org.jieshi.shared.UnmetGate;

/** W7: no live certificate of anybody covers the land beyond what the surveys allow. There is no override. */
final class LiveCertificateGate implements Gate {

  @Override
  public String id() {
    return "W7";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    if (facts.liveCertificates() == null) {
      return List.of(UnmetGate.of(id(), "The register of certificates cannot be asked, so nothing is registered.",
          "无法查询证书登记簿，不予登记。"));
    }
    return facts.liveCertificates().stream().map(overlap -> new UnmetGate(id(), overlap)).toList();
  }
}
