namespace Coppice.Server.Text.Concepts;

/// <summary>Which column of a lexicon's file is what; others are passed over.</summary>
internal sealed record LexiconColumns(int Id, int Label, int Aliases, int Bucket)
{
    private static readonly string[] IdNames = ["id", "concept_id", "concept"];
    private static readonly string[] LabelNames = ["label", "name"];
    private static readonly string[] AliasNames = ["aliases", "alias"];
    private static readonly string[] BucketNames = ["bucket", "rule", "category"];

    public static LexiconColumns? Find(IReadOnlyList<string> header, out string problem)
    {
        string[] names = [.. header.Select(h => h.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
        var found = new LexiconColumns(Of(IdNames), Of(LabelNames), Of(AliasNames), Of(BucketNames));
        problem = $"expected the columns id (or concept_id), label, aliases and bucket (or rule, or none); found {Shown()}";
        return found is { Id: >= 0, Label: >= 0, Aliases: >= 0 } ? found : null;

        int Of(string[] accepted) => Array.FindIndex(names, accepted.Contains);

        string Shown()
        {
            string all = string.Join(", ", names);
            return all.Length <= 100 ? all : all[..100] + "…";
        }
    }
}
