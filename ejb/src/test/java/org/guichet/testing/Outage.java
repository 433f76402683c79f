package org.guichet.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the nth call fail, counted over everything that it stands before, and those after it too
 * until it is repaired: a disk or a database that goes away at the worst moment, for every moment.
 */
public final class Outage {
  private int calls;
  private int from;
  private int until;

  /** Lets every call through; {@link #calls} says afterwards how many there were. */
  public void none() {
    fail(0, 0);
  }

  /** Fails {@code many} calls from the {@code nth} on, from 1. */
  public void fail(int nth, int many) {
    calls = 0;
    from = nth;
    until = nth + many;
  }

  /** Since the last {@link #none} or {@link #fail}. */
  public int calls() {
    return calls;
  }

  /** Stands before {@code target}. */
  public <T> T before(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call(target, method, arguments)));
  }

  private @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    calls++;
    if (calls >= from && calls < until) {
      throw failure(method);
    }
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** What the method may throw, as its like would. */
  private static Throwable failure(Method method) {
    String where =
        "outage at " + method.getDeclaringClass().getSimpleName() + "." + method.getName();
    return List.of(method.getExceptionTypes()).contains(IOException.class)
        ? new IOException(where)
        : new IllegalStateException(where);
  }
}
