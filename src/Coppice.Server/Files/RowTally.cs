using System.Text;
using Coppice.Client;

namespace Coppice.Server.Files;

/// <summary>What became of the rows read so far: how many there were, and those that were set aside with line and reason.</summary>
public sealed class RowTally
{
    private const int LongestText = 2_000;

    private readonly List<RejectedRow> _rejects = [];

    public long Read { get; private set; }

    public long SetAside { get; private set; }

    /// <summary>Of those set aside, rows that are dated in the future.</summary>
    public long InFuture { get; private set; }

    /// <summary>Of those set aside, rows that are in order and say nothing.</summary>
    public long Unfilled { get; private set; }

    public IReadOnlyList<RejectedRow> Rejects => _rejects;

    public void Count() => Read++;

    /// <summary>Sets a counted row aside; beyond <see cref="ImportReport.MostRejects"/> they are only counted.</summary>
    public void Reject(long line, string reason, ReadOnlySpan<char> text)
    {
        SetAside++;
        if (RowReasons.IsInFuture(reason))
            InFuture++;
        else if (RowReasons.IsUnfilled(reason))
            Unfilled++;
        if (_rejects.Count < ImportReport.MostRejects)
            _rejects.Add(new RejectedRow(line, reason, text[..Math.Min(text.Length, LongestText)].ToString()));
    }

    /// <summary>Sets aside a row of UTF-8 text, which need not be good UTF-8.</summary>
    public void Reject(long line, string reason, ReadOnlySpan<byte> text)
    {
        Span<char> shown = stackalloc char[LongestText];
        Encoding.UTF8.TryGetChars(text[..Math.Min(text.Length, LongestText)], shown, out int length);
        Reject(line, reason, shown[..length]);
    }

    /// <summary>Lets nothing pass that brought nothing.</summary>
    /// <exception cref="ImportException">Not one row could be used.</exception>
    public void RequireSome(string file)
    {
        if (Read > 0 && SetAside == Read)
            throw new ImportException($"{file}: none of its {Read:N0} rows could be used; line {_rejects[0].Line}: {_rejects[0].Reason}.");
    }
}
