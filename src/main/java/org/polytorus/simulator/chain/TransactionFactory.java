package org.polytorus.simulator.chain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.polytorus.simulator.model.Bytes;
import org.polytorus.simulator.model.PeerId;
import org.polytorus.simulator.model.Transaction;
import org.polytorus.simulator.model.TxInput;
import org.polytorus.simulator.model.TxOutput;
import org.polytorus.simulator.wire.BincodeWriter;

/** Makes the two kinds of transactions that our nodes send, in the shape of PolyTorus's own. */
public final class TransactionFactory {
    /** What a block pays its miner: PolyTorus's subsidy. */
    public static final int REWARD = 10;

    /** Bytes that follow the text in a coinbase's public key. */
    public static final int SALT_BYTES = 32;

    private static final int PUBLIC_KEY_HASH_BYTES = 20;
    private static final int COINBASE_VOUT = -1;

    private TransactionFactory() {}

    /**
     * The transaction that pays the miner.
     *
     * @param data what the miner says, such as {@code block 5 by north}
     * @param salt 32 bytes that tell this coinbase from those of other miners
     * @param publicKeyHash 20 bytes: whom it pays
     */
    public static Transaction coinbase(Bytes data, Bytes salt, Bytes publicKeyHash) {
        if (salt.length() != SALT_BYTES || publicKeyHash.length() != PUBLIC_KEY_HASH_BYTES) {
            throw new IllegalArgumentException("A coinbase has a salt of 32 bytes and a public key hash of 20; found "
                    + salt.length() + " and " + publicKeyHash.length());
        }
        byte[] publicKey = new byte[data.length() + salt.length()];
        data.copyTo(publicKey, 0);
        salt.copyTo(publicKey, data.length());
        TxInput input = new TxInput("", COINBASE_VOUT, Bytes.EMPTY, Bytes.wrap(publicKey), null);
        return withId(input, new TxOutput(REWARD, publicKeyHash, null, null, null));
    }

    /**
     * The coinbase of a node's block: it names height and miner, and pays {@link #addressHash} of the miner's name. The
     * same arguments give the same transaction.
     */
    public static Transaction reward(int height, String minerName, PeerId miner) {
        byte[] data = ("block " + height + " by " + minerName).getBytes(StandardCharsets.UTF_8);
        BincodeWriter seed = new BincodeWriter();
        seed.writeU64(miner.high());
        seed.writeU64(miner.low());
        seed.writeU32(height);
        Bytes salt = Bytes.wrap(Sha256.of(seed.toByteArray()));
        return coinbase(Bytes.wrap(data), salt, addressHash(minerName));
    }

    /**
     * A payment: one input that holds the sender's name as its public key, one output. It spends no output of an earlier
     * transaction, as PolyTorus's own simple transactions do not.
     *
     * @param nonce tells otherwise equal payments apart; its 8 bytes, little-endian, begin the signature, which nobody checks
     * @param paddingBytes zeros that follow the nonce and make the transaction heavier, 0 for none
     */
    public static Transaction payment(String from, String to, int amount, long nonce, int paddingBytes) {
        BincodeWriter signature = new BincodeWriter();
        signature.writeU64(nonce);
        signature.writeRaw(new byte[paddingBytes]);
        Bytes publicKey = Bytes.wrap(from.getBytes(StandardCharsets.UTF_8));
        TxInput input = new TxInput("", 0, Bytes.wrap(signature.toByteArray()), publicKey, null);
        return withId(input, new TxOutput(amount, addressHash(to), null, null, null));
    }

    /**
     * The 20 bytes that stand for a name in an output: the first of its SHA-256. PolyTorus decodes a real address here,
     * which a bare name is not; no rule of the chain looks at them.
     */
    public static Bytes addressHash(String name) {
        byte[] hash = Sha256.of(name.getBytes(StandardCharsets.UTF_8));
        return Bytes.wrap(Arrays.copyOf(hash, PUBLIC_KEY_HASH_BYTES));
    }

    private static Transaction withId(TxInput input, TxOutput output) {
        Transaction nameless = new Transaction("", List.of(input), List.of(output), null);
        String id = TransactionHasher.hash(nameless).toString();
        return new Transaction(id, nameless.inputs(), nameless.outputs(), null);
    }
}
