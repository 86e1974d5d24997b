package org.jieshi.coordination.village;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a village reaches: without a sign-in, with the headers {@code X-Village-Link} and {@code X-Village-Code} on
 * every request, which are good for nothing else.
 */
@RestController
@RequestMapping("/api/village")
class VillageController {

  static final String LINK = "X-Village-Link";
  static final String CODE = "X-Village-Code";
  private static final String GUEST = "village.guest";

  private final VillageGate gate;
  private final VillageMatter matter;
  private final VillageStatements statements;
  private final VillagePaper paper;

  VillageController(VillageGate gate, VillageMatter matter, VillageStatements statements, VillagePaper paper) {
    this.gate = gate;
    this.matter = matter;
    this.statements = statements;
    this.paper = paper;
  }

  /** Before anything of a request is read: who has no link is told so whatever they send. */
  @ModelAttribute
  void enter(HttpServletRequest request) {
    request.setAttribute(GUEST, gate.enter(request.getHeader(LINK), request.getHeader(CODE), request.getRemoteAddr()));
  }

  @GetMapping("/matter")
  ResponseEntity<Matter> matter(@RequestAttribute(GUEST) VillageGate.Guest guest) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Matter(guest.claimant(), guest.label(),
        guest.expiresOn(), matter.claims(guest.claimant()).stream().map(OwnClaim::of).toList(),
        matter.conflicts(guest.claimant()).stream().map(Overlap::of).toList(),
        statements.of(guest.claimant()).stream().map(VillageStatement::withoutContact).toList()));
  }

  @GetMapping(path = "/conflicts/{id}/sheet.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> sheet(@PathVariable long id, @RequestAttribute(GUEST) VillageGate.Guest guest) {
    return pdf(paper.sheet(matter.conflict(guest.claimant(), id)));
  }

  @PostMapping("/statements")
  @ResponseStatus(HttpStatus.CREATED)
  Receipt lodge(@Valid @RequestBody New statement, @RequestAttribute(GUEST) VillageGate.Guest guest) {
    VillageStatement lodged = statements.lodge(guest, new VillageStatements.New(statement.kind(),
        statement.claim(), statement.conflict(), statement.person(), statement.contact(), statement.body()));
    return new Receipt(lodged.id(), lodged.receipt(), lodged.lodgedOn(), new Bilingual(
        "Received under number %s; you will get a written answer.".formatted(lodged.receipt()),
        "已收到，编号 %s，将书面答复。".formatted(lodged.receipt())));
  }

  @GetMapping(path = "/statements/{id}/receipt.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> receipt(@PathVariable String id, @RequestAttribute(GUEST) VillageGate.Guest guest) {
    return pdf(paper.receipt(statements.of(guest.claimant()).stream().filter(own -> own.id().equals(id)).findFirst()
        .orElseThrow(() -> ProblemException.notFound("statement of yours", "您的陈述", id))));
  }

  private static ResponseEntity<byte[]> pdf(byte[] content) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.APPLICATION_PDF)
        .body(content);
  }

  /** Everything a link shows. */
  record Matter(String claimant, String label, LocalDate expiresOn, List<OwnClaim> claims, List<Overlap> conflicts,
      List<VillageStatement> statements) {
  }

  /** @param geometry CGCS2000 degrees */
  record OwnClaim(String code, int version, @Nullable String basis, @Nullable LocalDate since, BigDecimal planeArea,
      BigDecimal areaMu, Geometry geometry) {

    static OwnClaim of(UnitVersion claim) {
      return new OwnClaim(claim.ref().code(), claim.ref().version(), claim.facts().basis(), claim.facts().since(),
          claim.planeArea(), AreaUnits.mu(claim.planeArea()), claim.degrees());
    }
  }

  /** @param geometry of the overlap, CGCS2000 degrees */
  record Overlap(long id, String claim, String parcel, String overlapClass, BigDecimal area, BigDecimal areaMu,
      String status, @Nullable String caseNumber, Bilingual reason, Geometry geometry) {

    static Overlap of(Conflict conflict) {
      BigDecimal area = AreaUnits.squareMetres(conflict.area());
      return new Overlap(conflict.id(), conflict.right().code(), conflict.left().code(), conflict.overlapClass().name(),
          area, AreaUnits.mu(area), conflict.status().name(), conflict.caseNumber(), conflict.reason(),
          conflict.degrees());
    }
  }

  record New(@NotNull VillageStatement.Kind kind, @Nullable @Size(max = 64) String claim, @Nullable Long conflict,
      @NotBlank @Size(max = 80) String person, @NotBlank @Size(max = 200) String contact,
      @NotBlank @Size(max = 4000) String body) {
  }

  record Receipt(String id, String receipt, LocalDate lodgedOn, Bilingual message) {
  }
}
