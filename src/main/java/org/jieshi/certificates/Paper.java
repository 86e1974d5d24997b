package org.jieshi.certificates;

import java.util.HashMap;
import java.util.Map;
import org.jieshi.certificates.print.CertificatePrinter;
import org.jieshi.certificates.print.PrintedCertificate;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.LandUseClasses;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Puts together what a certificate says, and has it printed. */
@Component
class Paper {

  private final ParcelMaps maps;
  private final LandUseClasses uses;
  private final Register register;
  private final String address;
  private final boolean synthetic;

  /** @param address under which the public reaches this server */
  Paper(ParcelMaps maps, LandUseClasses uses, Register register, @Value("${jieshi.public-address}") String address,
      Environment environment) {
    this.maps = maps;
    this.uses = uses;
    this.register = register;
    this.address = address;
    this.synthetic = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /**
   * @param number of the paper, and with it to whom it is made out
   * @param stated map sheet and four sides, in place of what the survey file said
   */
  byte[] print(Certificate certificate, String number, String token, UnitVersion unit, Map<String, String> stated) {
    Map<String, String> attributes = new HashMap<>(unit.facts().attributes());
    attributes.putAll(stated);
    return CertificatePrinter.print(new PrintedCertificate(certificate.series().title(), number,
        register.authority(), certificate.issuedOn(),
        new CertificateLines(certificate, number, attributes, useName(certificate)).all(),
        maps.map(certificate, number, unit),
        address + "/verify/" + token,
        certificate.auditHead().seq() + " " + certificate.auditHead().hash(), synthetic));
  }

  private @Nullable String useName(Certificate certificate) {
    LandUse use = LandUse.of(certificate.landUseScheme(), certificate.landUseCode());
    return use == null ? null : uses.find(use).map(LandUseClasses.LandUseClass::name).orElse(null);
  }
}
