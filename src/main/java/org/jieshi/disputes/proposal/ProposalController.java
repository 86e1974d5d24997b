package org.jieshi.disputes.proposal;

import jakarta.validation.Valid;
import org.jieshi.disputes.CaseBook;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals of a case over HTTP. */
@RestController
@RequestMapping("/api/disputes/{id}")
class ProposalController {

  private final Proposals proposals;
  private final CaseBook cases;
  private final AgreementPaper paper;

  ProposalController(Proposals proposals, CaseBook cases, AgreementPaper paper) {
    this.proposals = proposals;
    this.cases = cases;
    this.paper = paper;
  }

  /** The mediation agreement: what was signed, else a draft of the chosen or the named proposal. */
  @GetMapping(value = "/agreement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> agreement(@PathVariable String id, @RequestParam @Nullable Integer proposal) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("agreement-" + id + ".pdf")
        .build()
            .toString())
        .body(paper.print(id, proposal));
  }

  @GetMapping("/proposals")
  Page<ProposalView> list(@PathVariable String id) {
    var all = proposals.of(cases.get(id));
    return new Page<>(all, all.size(), 0, Math.max(1, all.size()));
  }

  /** @param preview only tells what it would do */
  @PostMapping("/proposals")
  ResponseEntity<ProposalView> enter(@PathVariable String id, @RequestParam(defaultValue = "false") boolean preview,
      @Valid @RequestBody NewProposal wanted) {
    return preview ? ResponseEntity.ok(proposals.preview(id, wanted))
        : ResponseEntity.status(HttpStatus.CREATED).body(proposals.enter(id, wanted));
  }

  @PostMapping("/proposals/{number}/actions/choose")
  ProposalView choose(@PathVariable String id, @PathVariable int number) {
    return proposals.choose(id, number);
  }
}
