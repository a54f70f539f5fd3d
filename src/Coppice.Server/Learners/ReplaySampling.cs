using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Coppice.Server.Learners;

/// <summary>
/// Chooses old rows to train on again, newer ones more likely: weighted sampling without replacement by random keys (Efraimidis and Spirakis
/// 2006; methods §3.3). A key depends on its row and the salt alone, so the choice is the same in any order and in any parts.
/// </summary>
public static class ReplaySampling
{
    /// <summary>The smaller a row's key, the sooner it is chosen; the weight halves with every <paramref name="halfLife"/> of age.</summary>
    public static double Key(string salt, string rowId, TimeSpan age, TimeSpan halfLife)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(halfLife, TimeSpan.Zero);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{rowId}"));
        double uniform = ((BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) + 0.5) * (1.0 / (1UL << 53));
        return -Math.Log(uniform) / Math.Pow(2, -(age / halfLife));
    }

    /// <summary>The positions of the chosen rows, at most <paramref name="count"/>, by ascending key.</summary>
    public static int[] Choose(IReadOnlyList<(string RowId, TimeSpan Age)> rows, int count, string salt, TimeSpan halfLife)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double[] keys = [.. rows.Select(row => Key(salt, row.RowId, row.Age, halfLife))];
        int[] positions = [.. Enumerable.Range(0, rows.Count)];
        Array.Sort(keys, positions);
        return positions[..Math.Min(count, positions.Length)];
    }
}
