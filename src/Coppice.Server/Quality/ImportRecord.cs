using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Quality;

/// <summary>A file that came, as it is stored: what became of it, what it looked like, what was noticed.</summary>
public sealed record ImportRecord
{
    public const string Imported = "imported";
    public const string Refused = "refused";

    public long Id { get; init; }

    public required string Kind { get; init; }

    public required string File { get; init; }

    /// <summary>What was said of all its rows, such as their type.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string State { get; init; }

    /// <summary>Of its bytes and of how its columns were read; null where it did not come as a file.</summary>
    public string? Digest { get; init; }

    public long RowsRead { get; init; }

    public long Added { get; init; }

    public long AlreadyKnown { get; init; }

    public long SetAside { get; init; }

    /// <summary>Of those set aside, rows that are in order and say nothing.</summary>
    public long Unfilled { get; init; }

    public long InFuture { get; init; }

    /// <summary>Share of rows that stand in the file twice.</summary>
    public double Repeated { get; init; }

    public long NewCustomers { get; init; }

    public DateTimeOffset? FirstTime { get; init; }

    public DateTimeOffset? LastTime { get; init; }

    /// <summary><see cref="ColumnFigures"/> as JSON; null once so many files came after it that nobody asks.</summary>
    public string? Columns { get; init; }

    /// <summary><see cref="QualityFinding"/>s as JSON.</summary>
    public string Findings { get; init; } = "[]";

    /// <summary>Rows set aside that are damaged, or read as something they are not.</summary>
    public long Unreadable => SetAside - Unfilled - InFuture;

    public double UnreadableShare => Share(Unreadable, RowsRead);

    public double InFutureShare => Share(InFuture, RowsRead);

    public double KnownShare => Share(AlreadyKnown, Added + AlreadyKnown);

    public double NewCustomerShare => Share(NewCustomers, Added + AlreadyKnown);

    public IReadOnlyList<QualityFinding> ReadFindings() => JsonSerializer.Deserialize<List<QualityFinding>>(Findings, CoppiceJson.Options) ?? [];

    public IReadOnlyList<ColumnFigures> ReadColumns() => Columns is null ? [] : JsonSerializer.Deserialize<List<ColumnFigures>>(Columns, CoppiceJson.Options) ?? [];

    public static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, CoppiceJson.Options);

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
