namespace Coppice.Server.Text.Concepts;

/// <summary>Reads a lexicon's file, row by row.</summary>
internal sealed class LexiconReader
{
    private const string BucketRule = "bucket=";

    private readonly List<Concept> _concepts = [];
    private readonly Dictionary<string, long> _lines = [];
    private readonly FoldedPhrases _phrases = new(Folding.CaseAndAccents);
    private readonly List<LexiconRemark> _problems = [];
    private readonly List<LexiconRemark> _warnings = [];
    private int _warningCount;

    private LexiconReader()
    {
    }

    public static LexiconReading Read(TextReader text, CancellationToken cancellationToken)
    {
        var reader = new LexiconReader();
        reader.ReadRows(new CsvRows(text, LexiconLimits.RowLength), cancellationToken);
        var lexicon = reader._problems.Count == 0 ? new Lexicon(reader._concepts, reader._phrases) : null;
        return new LexiconReading(lexicon, reader._problems, reader._warnings, reader._warningCount);
    }

    private void ReadRows(CsvRows rows, CancellationToken cancellationToken)
    {
        if (!rows.Read())
        {
            Refuse(1, "the file is empty; a line with the names of the columns was expected");
            return;
        }

        var columns = LexiconColumns.Find(rows.Fields, out string missing);
        if (columns is null || rows.Problem is not null)
        {
            Refuse(rows.Line, rows.Problem ?? missing);
            return;
        }

        while (_problems.Count < LexiconReading.Most && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rows.Problem is { } problem)
                Refuse(rows.Line, problem);
            else
                Take(rows, columns);
        }

        if (_problems.Count == 0 && _concepts.Count == 0)
            Refuse(rows.Line, "the file holds a header but no concepts");
    }

    private void Take(CsvRows rows, LexiconColumns columns)
    {
        string id = Field(columns.Id);
        string label = Field(columns.Label);
        string? bucket = columns.Bucket < 0 ? null : Field(columns.Bucket) is { Length: > 0 } text ? WithoutRule(text) : null;
        string[] aliases = [.. Field(columns.Aliases).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (Fault() is { } fault)
        {
            Refuse(rows.Line, fault);
            return;
        }

        _lines[id] = rows.Line;
        var concept = new Concept(id, label, aliases, bucket);
        _concepts.Add(concept);
        Claim(concept, rows.Line);

        string Field(int column) => column < rows.Fields.Count ? rows.Fields[column].Trim() : "";

        string? Fault()
        {
            if (id.Length is 0 or > LexiconLimits.WordLength)
                return id.Length == 0 ? "the concept has no id" : $"the id is longer than {LexiconLimits.WordLength} characters";
            if (_lines.TryGetValue(id, out long line))
                return $"the concept {id} is there already, on line {line}";
            if (label.Length == 0 && aliases.Length == 0)
                return $"the concept {id} has neither a label nor aliases";
            if (bucket?.Length > LexiconLimits.WordLength)
                return $"the bucket of {id} is longer than {LexiconLimits.WordLength} characters";
            if (aliases.Append(label).FirstOrDefault(a => a.Length > LexiconLimits.PhraseLength) is { } longest)
                return $"{id} has an alias of {longest.Length:N0} characters (\"{longest[..40]}…\"); at most {LexiconLimits.PhraseLength} are taken";
            if (_concepts.Count >= LexiconLimits.Concepts || _phrases.Phrases.Count > LexiconLimits.Phrases)
                return $"a lexicon holds at most {LexiconLimits.Concepts:N0} concepts and {LexiconLimits.Phrases:N0} aliases";
            return null;
        }
    }

    /// <summary>Of two concepts with the same alias the later in the file has it: a later line refines an earlier one.</summary>
    private void Claim(Concept concept, long line)
    {
        foreach (string alias in concept.Phrases)
        {
            if (!_phrases.Add(concept, alias, out var earlier))
            {
                if (alias.Length > 0)
                    Warn(line, $"\"{alias}\" of {concept.Id} holds no letter and no digit, so nothing can match it");
            }
            else if (earlier is { } had && had.Concept.Id != concept.Id)
            {
                Warn(line, $"\"{alias}\" of {concept.Id} is taken from {had.Concept.Id}, which has \"{had.Alias}\" on line {_lines[had.Concept.Id]}");
            }
        }
    }

    private static string WithoutRule(string bucket) =>
        bucket.StartsWith(BucketRule, StringComparison.OrdinalIgnoreCase) ? bucket[BucketRule.Length..] : bucket;

    private void Refuse(long line, string sentence) => _problems.Add(new LexiconRemark(line, sentence));

    private void Warn(long line, string sentence)
    {
        if (_warningCount++ < LexiconReading.Most)
            _warnings.Add(new LexiconRemark(line, sentence));
    }
}
