package org.jieshi.coordination.circular;

import java.util.List;
import java.util.Optional;
import org.jieshi.coordination.Department;
import org.jieshi.coordination.LetterKind;
import org.jieshi.coordination.LetterStatus;
import org.jieshi.coordination.LetterSubject;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.coordination.LiaisonLetters;
import org.jieshi.coordination.NewLetter;
import org.jieshi.coordination.circular.CircularStore.Told;
import org.jieshi.disputes.CaseChanged;
import org.jieshi.disputes.hold.Hold;
import org.jieshi.disputes.hold.HoldKind;
import org.jieshi.disputes.hold.HoldLetters;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to whom a turn of a case concerns: to the offices that issue permits when its land is held or free again, to
 * parties, villages and towns when it has a result. Who makes the case turn sends the letters and follows them up.
 */
@Component
class Circulars {

  private final LiaisonLetters letters;
  private final CircularStore store;
  private final Addressees addressees;
  private final HoldLetters wording;
  private final OfficeClock clock;

  Circulars(LiaisonLetters letters, CircularStore store, Addressees addressees, HoldLetters wording,
      OfficeClock clock) {
    this.letters = letters;
    this.store = store;
    this.addressees = addressees;
    this.wording = wording;
    this.clock = clock;
  }

  @EventListener
  void follow(CaseChanged change) {
    switch (change.turn()) {
      case OPENED, PARKED -> {
        for (HoldKind kind : HoldKind.values()) {
          hold(change, kind);
        }
      }
      case RELEASED -> {
        for (HoldKind kind : HoldKind.values()) {
          release(change, kind);
        }
      }
      case SETTLED -> addressees.of(change).forEach(addressee -> result(change, addressee));
    }
  }

  private void hold(CaseChanged change, HoldKind kind) {
    List<String> parcels = change.parcels().stream().sorted().toList();
    if (parcels.isEmpty()) {
      return;
    }
    Hold.Letter text = wording.held(kind, change.track(), change.number(), parcels);
    Optional<Told> before = store.lastOfHolds(change.id(), text.to().zh());
    String body = before.isEmpty() ? text.body().zh() : text.body().zh()
        + "\n本函代替 %s；原函所列其他宗地不再限制。".formatted(number(before.get()));
    tell(change, LetterKind.HOLD, office(kind, text), text.subject().zh() + "\n" + body, String.join(" ", parcels),
        parcels)
        .ifPresent(sent -> before.ifPresent(moot -> withdraw(moot, sent)));
  }

  private void release(CaseChanged change, HoldKind kind) {
    String office = wording.held(kind, change.track(), change.number(), change.parcels()).to().zh();
    store.lastOfHolds(change.id(), office).filter(last -> last.kind() == LetterKind.HOLD).ifPresent(held -> {
      Hold.Letter text = wording.released(kind, change.number(), held.parcels(), clock.today());
      tell(change, LetterKind.RELEASE, office(kind, text),
          "%s\n%s\n%s".formatted(text.subject().zh(), text.body().zh(), change.summary().zh()), held.occasion(),
          held.parcels()).ifPresent(sent -> withdraw(held, sent));
    });
  }

  private void result(CaseChanged change, Addressee addressee) {
    tell(change, LetterKind.RESULT, addressee, "关于通报案件 %s 处理结果的函\n%s\n涉及宗地：%s。\n请予签收，并退回回执。"
        .formatted(change.number(), change.summary().zh(), String.join("、", change.parcels())),
        String.valueOf(change.document()), change.parcels());
  }

  /** Empty where they know it already. */
  private Optional<LiaisonLetter> tell(CaseChanged change, LetterKind kind, Addressee to, String text, String occasion,
      List<String> parcels) {
    if (store.isTold(change.id(), kind, to.name(), occasion)) {
      return Optional.empty();
    }
    @Nullable String parcel = parcels.isEmpty() ? null : parcels.get(0);
    LiaisonLetter sent =
        letters.tell(kind, new NewLetter(to.department(), to.name(), LetterSubject.DISPUTE, change.id(),
        parcel, text, null, null));
    store.add(change.id(), new Told(sent.id(), kind, to.name(), occasion));
    return Optional.of(sent);
  }

  /** Nobody runs after the receipt of a letter that no longer holds. */
  private void withdraw(Told moot, LiaisonLetter later) {
    LiaisonLetter letter = letters.get(moot.letterId());
    if (letter.status() == LetterStatus.SENT) {
      letters.withdraw(letter.id(), letter.revision(), "由 %s 代替 replaced by %s".formatted(later.number(), later.id()));
    }
  }

  private String number(Told told) {
    return letters.get(told.letterId()).number();
  }

  private static Addressee office(HoldKind kind, Hold.Letter text) {
    return new Addressee(kind == HoldKind.LOGGING ? Department.FORESTRY : Department.LAND, text.to().zh());
  }
}
