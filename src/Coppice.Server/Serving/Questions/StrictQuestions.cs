using System.Text.Json;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>Any number of questions in one body, read strictly.</summary>
internal sealed class StrictQuestions(ChampionSnapshot champion, PredictionWrite write, long now)
{
    private readonly StrictReader _reader = new(champion, now);
    private Dictionary<int, int>? _reasons;

    public AnsweredQuestions ReadJson(ReadOnlySpan<byte> body, Span<float> features, AnswerQuestions answer)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            ReadOne(ref reader, body, features, answer, "The question");
            RequireEnd(ref reader);
            return new AnsweredQuestions(champion, write, AnswerShape.One) { Asked = _reasons };
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            ReadOne(ref reader, body, features, answer, $"Question {write.Count + 1}");
        RequireEnd(ref reader);
        return Some(AnswerShape.List);
    }

    public AnsweredQuestions ReadLines(ReadOnlySpan<byte> body, Span<float> features, AnswerQuestions answer)
    {
        int line = 0;
        while (!body.IsEmpty)
        {
            line++;
            int end = body.IndexOf((byte)'\n');
            var text = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (text.Trim(" \r\t"u8).IsEmpty)
                continue;
            var reader = new Utf8JsonReader(text);
            try
            {
                reader.Read();
                ReadOne(ref reader, text, features, answer, $"Line {line}");
                RequireEnd(ref reader);
            }
            catch (JsonException e)
            {
                throw new JsonException($"Line {line} is no JSON object.", e.Path, line - 1, e.BytePositionInLine, e);
            }
        }

        return Some(AnswerShape.Lines);
    }

    /// <summary>Reads one question that is known to be good, for what reading it teaches.</summary>
    public static void Rehearse(ChampionSnapshot champion, ReadOnlySpan<byte> body, PredictionEntry entry, Span<float> features, long now)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        new StrictReader(champion, now).Read(ref reader, body, entry, features, "The question");
    }

    private void ReadOne(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, Span<float> features, AnswerQuestions answer, string place)
    {
        if (write.Count == QuestionLimits.MostCustomers)
            throw new ServingException(ServingCodes.BadQuestion, $"One request asks about at most {QuestionLimits.MostCustomers:N0} customers; send more as a file.");
        var entry = write.Add();
        int? reasons;
        try
        {
            reasons = _reader.Read(ref reader, body, entry, features, place);
        }
        catch (InvalidOperationException e)
        {
            // What Utf8JsonReader throws for text that is no text, such as half a surrogate pair.
            throw new JsonException($"{place} holds a text that is not valid.", e);
        }

        answer.Answer(champion, entry, now, features);
        if (reasons is { } most)
            (_reasons ??= [])[write.Count - 1] = most;
    }

    private AnsweredQuestions Some(AnswerShape shape) => write.Count > 0
        ? new AnsweredQuestions(champion, write, shape) { Asked = _reasons }
        : throw new ServingException(ServingCodes.BadQuestion, "The request asks about nobody; expected at least one customer.");

    private static void RequireEnd(ref Utf8JsonReader reader)
    {
        if (reader.Read())
            throw new JsonException("The body goes on after its end.");
    }
}
