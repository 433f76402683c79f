package org.guichet.review.entity;

import java.util.List;

/** A review with its people, by name. */
public record ReviewSheet(ReviewView review, List<ReviewedPerson> people) {
  public ReviewSheet {
    people = List.copyOf(people);
  }
}
