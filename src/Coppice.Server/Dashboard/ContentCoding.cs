using Microsoft.Net.Http.Headers;

namespace Coppice.Server.Dashboard;

/// <summary>A way in which a file was made smaller when it was built.</summary>
/// <param name="Name">As HTTP calls it.</param>
/// <param name="Extension">What its file's name ends with.</param>
internal sealed record ContentCoding(string Name, string Extension)
{
    /// <summary>The smallest first.</summary>
    public static readonly IReadOnlyList<ContentCoding> All = [new("br", ".br"), new("gzip", ".gz")];

    /// <summary>The first of those there are that a caller takes; null where the file goes as it is.</summary>
    public static ContentCoding? Choose(IReadOnlyList<ContentCoding> there, IList<StringWithQualityHeaderValue> accepted) => there.FirstOrDefault(coding =>
        accepted.FirstOrDefault(asked => asked.Value.Equals(coding.Name, StringComparison.OrdinalIgnoreCase)) is { } asked && asked.Quality is not 0);
}
