package org.jieshi.registration;

import java.util.List;
import java.util.function.Function;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** One step for many, each in a transaction of its own: what one is refused holds none of the others up. */
@Component
class ApplicationBatch {

  /** The most that one request may bring. */
  static final int LARGEST = 500;

  private final Applications applications;
  private final Procedure procedure;

  ApplicationBatch(Applications applications, Procedure procedure) {
    this.applications = applications;
    this.procedure = procedure;
  }

  Result apply(List<String> parcels) {
    return each(parcels, parcel -> {
      RegisteredRight right = applications.apply(parcel);
      return Item.done(parcel, right.id(), right.state());
    });
  }

  Result act(List<String> ids, Command command) {
    return each(ids, id -> Item.done(id, id, procedure.take(id, null, command).state()));
  }

  Result each(List<String> keys, Function<String, Item> work) {
    if (keys.size() > LARGEST) {
      throw Problem.of(ProblemCode.TOO_LARGE, "At most %d at a time; these are %d.".formatted(LARGEST, keys.size()),
          "每次最多 %d 条，本次为 %d 条。".formatted(LARGEST, keys.size())).asException();
    }
    List<Item> items = keys.stream().map(key -> one(key, work)).toList();
    long done = items.stream().filter(item -> item.code() == null).count();
    return new Result(items, items.size(), done, items.size() - done);
  }

  private static Item one(String key, Function<String, Item> work) {
    try {
      return work.apply(key);
    } catch (ProblemException refused) {
      return Item.refused(key, refused.problem());
    } catch (PessimisticLockingFailureException locked) {
      return Item.refused(key, new Problem(ProblemCode.VERSION_STALE, new Bilingual(
          "Somebody else was changing the same records: try this one again.", "他人正在修改同一记录，请重试本条。")));
    }
  }

  /** @param total how many were asked for, {@code done} and {@code refused} together */
  record Result(List<Item> items, int total, long done, long refused) {
  }

  /**
   * What became of one.
   *
   * @param key the parcel or the application it was asked for
   * @param id of the application; null if there is none
   * @param code of the refusal; null if it was done
   */
  record Item(String key, @Nullable String id, @Nullable ApplicationState state, @Nullable ProblemCode code,
      @Nullable String detail, @Nullable String detailZh, List<ApplicationView.Unmet> unmet) {

    static Item done(String key, String id, ApplicationState state) {
      return new Item(key, id, state, null, null, null, List.of());
    }

    static Item refused(String key, Problem problem) {
      return new Item(key, null, null, problem.code(), problem.detail().en(), problem.detail().zh(),
          problem.unmet().stream().map(ApplicationView.Unmet::of).toList());
    }
  }
}
