package org.guichet.roster.entity;

/** How often files name a class. */
public record ClassUse(int pupils, int teachers, int children) {
  public static final ClassUse NONE = new ClassUse(0, 0, 0);

  public ClassUse plus(ClassUse more) {
    return new ClassUse(pupils + more.pupils, teachers + more.teachers, children + more.children);
  }
}
