package sample;

import dev.cordon.matcher.Signal;
import dev.cordon.matcher.signal.Picture;
import dev.cordon.matcher.signal.SignalType;
import java.util.List;

/** Four by four grey values, one hex digit each. */
public final class SampleSignalType implements SignalType {
  @Override
  public String name() {
    return "SAMPLE";
  }

  @Override
  public List<Signal> signals(Picture picture) {
    StringBuilder value = new StringBuilder();
    for (float[] row : picture.luma(4, 4)) {
      for (float grey : row) {
        value.append(Integer.toHexString((int) grey >> 4));
      }
    }
    return List.of(Signal.exact(name(), value.toString()));
  }

  @Override
  public int distance(String value, String other) {
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      sum += Math.abs(value.charAt(i) - other.charAt(i));
    }
    return sum;
  }

  @Override
  public int defaultThreshold() {
    return 0;
  }
}
