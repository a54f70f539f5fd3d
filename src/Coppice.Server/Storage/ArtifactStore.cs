using System.Security.Cryptography;

namespace Coppice.Server.Storage;

/// <summary>Bytes by their SHA-256: the same bytes are stored once and can be checked when read.</summary>
public sealed class ArtifactStore
{
    public string Save(Session session, ReadOnlySpan<byte> bytes)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        session.Execute("INSERT INTO artifacts (hash, bytes) VALUES (@hash, @bytes) ON CONFLICT DO NOTHING", new { hash, bytes = bytes.ToArray() });
        return hash;
    }

    public void Remove(Session session, string hash) => session.Execute("DELETE FROM artifacts WHERE hash = @hash", new { hash });

    public long Size(Session session, string hash) => session.Value<long>("SELECT LENGTH(bytes) FROM artifacts WHERE hash = @hash", new { hash });

    /// <summary>Reads what was saved under a hash.</summary>
    /// <exception cref="InvalidDataException">The artifact is missing or is not what was saved.</exception>
    public byte[] Load(Session session, string hash)
    {
        byte[] bytes = session.First<byte[]>("SELECT bytes FROM artifacts WHERE hash = @hash", new { hash })
            ?? throw new InvalidDataException($"The database holds no artifact {hash}.");
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash)
            throw new InvalidDataException($"Artifact {hash} is damaged: its bytes no longer give that hash.");
        return bytes;
    }
}
