package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BellTest {
  private final List<Integer> sent = new ArrayList<>(); // with which mode of delivery
  private int opened;
  private int closed;
  private boolean broken;
  private int mode = DeliveryMode.PERSISTENT; // what the library does unless told

  private final Queue queue = fake(Queue.class, called -> null);
  private final JMSProducer producer =
      fake(
          JMSProducer.class,
          called -> {
            if (called.equals("send")) {
              if (broken) {
                throw new JMSRuntimeException("no broker");
              }
              sent.add(mode);
            } else if (called.equals("setDeliveryMode")) {
              mode = DeliveryMode.NON_PERSISTENT;
            }
            return null;
          });
  private final JMSContext context =
      fake(
          JMSContext.class,
          called -> {
            if (called.equals("close")) {
              closed++;
            }
            return called.equals("createProducer") ? producer : null;
          });
  private final Bell bell =
      new Bell(
          fake(
              ConnectionFactory.class,
              called -> {
                opened++;
                return context;
              }));

  /** Answers each method by its name; where nothing comes of it, with itself. */
  private static <T> T fake(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object answer = answers.apply(method.getName());
              return answer == null && method.getReturnType().isInstance(self) ? self : answer;
            }));
  }

  @Test
  void sendsOneMessageUntilSomebodyHasHeardIt() {
    bell.ring(queue);
    bell.ring(queue);
    assertThat(sent).hasSize(1);

    bell.heard();
    bell.ring(queue);
    assertThat(sent).hasSize(2);
  }

  @Test
  void writesNothingToDiskAndKeepsItsConnection() {
    bell.ring(queue);
    bell.heard();
    bell.ring(queue);

    assertThat(sent).containsOnly(DeliveryMode.NON_PERSISTENT);
    assertThat(opened).isEqualTo(1);
    assertThat(closed).isZero();
  }

  @Test
  void triesAnewOverAnotherConnectionAfterAFailure() {
    broken = true;
    assertThatExceptionOfType(JMSRuntimeException.class).isThrownBy(() -> bell.ring(queue));
    broken = false;
    bell.ring(queue);

    assertThat(sent).hasSize(1);
    assertThat(opened).isEqualTo(2);
    assertThat(closed).isEqualTo(1);
  }

  @Test
  void hangsUpInTheEnd() {
    bell.hangUp();
    bell.ring(queue);
    bell.hangUp();
    bell.hangUp();

    assertThat(closed).isEqualTo(1);
  }
}
