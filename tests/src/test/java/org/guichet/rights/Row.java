package org.guichet.rights;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.guichet.platform.entity.Permission;

/**
 * Who may call one method of a boundary.
 *
 * @param method {@code COMPONENT.Bean.method}; all methods of that name
 * @param permission that is asked for; empty where the rule needs none
 * @param why the rest of the line
 */
public record Row(String method, Rule rule, Optional<Permission> permission, String why) {

  /** Where a permission must hold; see {@code rights.properties}. */
  public enum Rule {
    IN,
    OWN,
    EVERYWHERE,
    REQUEST,
    PERSON,
    ANYBODY,
    INSIDE
  }

  /** Whether it matters whose organisation a call is about. */
  public boolean aboutAnOrganisation() {
    return rule == Rule.IN || rule == Rule.OWN || rule == Rule.REQUEST;
  }

  /** The organisations that {@code role} is tried with. */
  public Set<Target> targets(Role role) {
    if (!aboutAnOrganisation()) {
      return Set.of(Target.OWN);
    }
    return switch (role.kind()) {
      case NOBODY, EVERYWHERE -> EnumSet.of(Target.OTHER, Target.SUSPENDED);
      case PERSON -> EnumSet.of(Target.OWN, Target.OTHER);
      // A certificate that works for another organisation is one of that other.
      case CERTIFICATE ->
          rule == Rule.OWN ? EnumSet.of(Target.OWN, Target.SUSPENDED) : EnumSet.allOf(Target.class);
      case MEMBER, KEY, FORMER -> EnumSet.allOf(Target.class);
    };
  }

  /** Whether {@code role} may. */
  public boolean allows(Role role, Target target) {
    return switch (rule) {
      case ANYBODY -> true;
      case INSIDE -> false;
      case PERSON -> role.person();
      case EVERYWHERE -> role.everywhere().contains(permission.orElseThrow());
      case REQUEST ->
          role.everywhere().contains(permission.orElseThrow())
              || role.in(target).contains(Permission.MEMBER_MANAGE);
      case IN, OWN ->
          role.everywhere().contains(permission.orElseThrow())
              || role.in(target).contains(permission.orElseThrow());
    };
  }

  /** The bean's class. */
  public String bean() {
    String path = method.substring(0, method.lastIndexOf('.'));
    return "org.guichet." + path.replaceFirst("\\.", ".boundary.");
  }

  /** The method's name alone. */
  public String name() {
    return method.substring(method.lastIndexOf('.') + 1);
  }
}
