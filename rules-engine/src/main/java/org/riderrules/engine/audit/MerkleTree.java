package org.riderrules.engine.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, over the hashes of entries: a leaf is {@code SHA-256(0x00 || hash)}, a node
 * {@code SHA-256(0x01 || left || right)}, so that no node can pass for a leaf. Grows in memory logarithmic in the
 * number of leaves. Not thread-safe.
 */
final class MerkleTree {
    /** Roots of the full subtrees so far, largest first; as many as the size has ones in binary. */
    private final List<byte[]> peaks = new ArrayList<>();

    private long size;

    void add(byte[] hash) {
        byte[] node = leaf(hash);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = node(peaks.remove(peaks.size() - 1), node);
        }
        peaks.add(node);
        size++;
    }

    long size() {
        return size;
    }

    MerkleTree copy() {
        MerkleTree copy = new MerkleTree();
        copy.peaks.addAll(peaks);
        copy.size = size;
        return copy;
    }

    void clear() {
        peaks.clear();
        size = 0;
    }

    /** The root; of an empty tree the hash of nothing. */
    byte[] root() {
        if (peaks.isEmpty()) {
            return Sha256.of(new byte[0]);
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    static byte[] leaf(byte[] hash) {
        MessageDigest digest = Sha256.fresh();
        digest.update((byte) 0);
        digest.update(hash);
        return digest.digest();
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.fresh();
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /** The siblings from one leaf up to the root (RFC 6962, section 2.1.1), lowest first. */
    static List<byte[]> path(List<byte[]> hashes, int index) {
        List<byte[]> path = new ArrayList<>();
        path(hashes, index, path);
        return path;
    }

    private static void path(List<byte[]> hashes, int index, List<byte[]> path) {
        if (hashes.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(hashes.size() - 1);
        List<byte[]> left = hashes.subList(0, split);
        List<byte[]> right = hashes.subList(split, hashes.size());
        if (index < split) {
            path(left, index, path);
            path.add(root(right));
        } else {
            path(right, index - split, path);
            path.add(root(left));
        }
    }

    private static byte[] root(List<byte[]> hashes) {
        MerkleTree tree = new MerkleTree();
        hashes.forEach(tree::add);
        return tree.root();
    }

    /**
     * The root that a path leads to (RFC 9162, section 2.1.3.2).
     *
     * @param index the leaf's place, from 0
     * @param size how many leaves the tree has
     * @throws IllegalArgumentException when no such tree has this path
     */
    static byte[] rootOf(byte[] hash, long index, long size, List<byte[]> path) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("place " + index + " in a tree of " + size);
        }
        long place = index;
        long last = size - 1;
        byte[] node = leaf(hash);
        for (byte[] sibling : path) {
            if (last == 0) {
                throw new IllegalArgumentException("the path is too long");
            }
            if ((place & 1) == 1 || place == last) {
                node = node(sibling, node);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                node = node(node, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is too short");
        }
        return node;
    }
}
