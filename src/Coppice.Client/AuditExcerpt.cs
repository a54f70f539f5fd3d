using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Coppice.Client;

/// <summary>Where the audit stood, and what it says of something.</summary>
/// <param name="Position">The number of its newest entry.</param>
/// <param name="Hash">The hash of that entry: it follows from all entries before.</param>
/// <param name="Entries">The entries that are about it, oldest first.</param>
public sealed record AuditExcerpt(long Position, string Hash, IReadOnlyList<AuditFact> Entries);

/// <summary>An entry of the audit: a fact that happened and who caused it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When, in microseconds since 1970 UTC.</param>
/// <param name="Actor">Who, or what, caused it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">To what.</param>
/// <param name="Details">More of it, as JSON.</param>
/// <param name="PreviousHash">The hash of the entry before.</param>
/// <param name="Hash">SHA-256 of all of this, one a line.</param>
public sealed record AuditFact(long Id, long At, string Actor, string Action, string Subject, string Details, string PreviousHash, string Hash)
{
    /// <summary>Whether the hash follows from what the entry says.</summary>
    public bool IsWhole() => Hash == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', PreviousHash, At.ToString(CultureInfo.InvariantCulture), Actor, Action, Subject, Details))));
}

/// <summary>A place in the audit.</summary>
/// <param name="Position">The number of an entry.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="FirstBreak">The first entry of the whole audit that does not follow from the ones before; null where all do.</param>
public sealed record AuditPlace(long Position, string Hash, long? FirstBreak);
