package dev.cordon.benchmarks;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_img_hash.BlockMeanHash;
import org.bytedeco.opencv.opencv_img_hash.ImgHashBase;
import org.bytedeco.opencv.opencv_img_hash.PHash;

/** A perceptual hash of OpenCV's img_hash; closeness is the Hamming distance below zero. */
record HashPeer(String name, ImgHashBase hash) implements FeatureComparison.Peer<byte[]> {

  static HashPeer pHash() {
    return new HashPeer("pHash, 64 bits", PHash.create());
  }

  static HashPeer blockMean() {
    return new HashPeer("block mean, 256 bits", BlockMeanHash.create());
  }

  @Override
  public byte[] signal(Mat picture) {
    return FeatureComparison.scoped(
        () -> {
          Mat bits = new Mat();
          hash.compute(picture, bits);
          byte[] signal = new byte[bits.cols()];
          bits.data().get(signal);
          return signal;
        });
  }

  @Override
  public double closeness(byte[] asked, byte[] known) {
    int distance = 0;
    for (int i = 0; i < asked.length; i++) {
      distance += Integer.bitCount((asked[i] ^ known[i]) & 0xFF);
    }
    return -distance;
  }
}
