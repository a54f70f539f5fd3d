using System.Buffers;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Questions;

/// <summary>Writes answers as JSON into memory that the thread keeps.</summary>
internal sealed class AnswerWriter(Database database, VersionStore versions)
{
    private static readonly JsonEncodedText PredictionId = JsonEncodedText.Encode("prediction_id");
    private static readonly JsonEncodedText Customer = JsonEncodedText.Encode("customer");
    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
    private static readonly JsonEncodedText Arm = JsonEncodedText.Encode("arm");
    private static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    private static readonly JsonEncodedText Decision = JsonEncodedText.Encode("decision");
    private static readonly JsonEncodedText Act = JsonEncodedText.Encode(ActionCosts.Act);
    private static readonly JsonEncodedText Wait = JsonEncodedText.Encode(ActionCosts.Wait);
    private static readonly JsonEncodedText Low = JsonEncodedText.Encode("low");
    private static readonly JsonEncodedText High = JsonEncodedText.Encode("high");
    private static readonly JsonEncodedText Interval = JsonEncodedText.Encode("interval");
    private static readonly JsonEncodedText Reasons = JsonEncodedText.Encode("reasons");
    private static readonly JsonEncodedText Champion = JsonEncodedText.Encode(Arms.Champion);
    private static readonly JsonEncodedText Challenger = JsonEncodedText.Encode(Arms.Challenger);

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>The answers; what is returned is good until this thread writes the next ones.</summary>
    public ReadOnlySpan<byte> Write(in AnsweredQuestions answered)
    {
        var memory = buffer ??= new ArrayBufferWriter<byte>(1024);
        var json = writer ??= new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = CoppiceJson.Options.Encoder, SkipValidation = true });
        memory.ResetWrittenCount();
        json.Reset(memory);
        if (answered.Shape == AnswerShape.List)
            json.WriteStartArray();
        for (int i = 0; i < answered.Write.Count; i++)
        {
            Write(json, answered, i);
            if (answered.Shape == AnswerShape.Lines)
            {
                json.Flush();
                memory.Write("\n"u8);
                json.Reset(memory);
            }
        }

        if (answered.Shape == AnswerShape.List)
            json.WriteEndArray();
        json.Flush();
        return memory.WrittenSpan;
    }

    private void Write(Utf8JsonWriter json, in AnsweredQuestions answered, int index)
    {
        var entry = answered.Write[index];
        json.WriteStartObject();
        json.WriteString(PredictionId, entry.PredictionId);
        json.WriteString(Customer, entry.Customer);
        json.WriteString(Model, answered.Champion.ModelName);
        if (entry.Earlier is { } earlier)
        {
            json.WriteString(Version, VersionOf(earlier));
            json.WriteString(Arm, earlier.Arm);
            json.WriteNumber(Score, earlier.Score);
            Decide(json, answered.Champion.Costs, earlier.Score);
            Write(json, AmountInterval.Of(earlier.Low, earlier.High));
        }
        else
        {
            bool isChampions = entry.VersionId == answered.Champion.Version.Version.Id;
            json.WriteString(Version, (isChampions ? answered.Champion : answered.Champion.Ramp!.Challenger).VersionName);
            json.WriteString(Arm, isChampions ? Champion : Challenger);
            json.WriteNumber(Score, entry.Score);
            Decide(json, answered.Champion.Costs, entry.Score);
            Write(json, entry.Interval);
            if (answered.Reasons is not null && answered.Reasons.TryGetValue(index, out var reasons))
            {
                json.WritePropertyName(Reasons);
                JsonSerializer.Serialize(json, reasons, CoppiceJson.Options);
            }
        }

        json.WriteEndObject();
    }

    private static void Decide(Utf8JsonWriter json, ActionCosts? costs, double score)
    {
        if (costs is not null)
            json.WriteString(Decision, score >= costs.Threshold ? Act : Wait);
    }

    private static void Write(Utf8JsonWriter json, AmountInterval? interval)
    {
        if (interval is not { } known)
            return;
        json.WriteNumber(Low, known.Low);
        if (known.Top is { } top)
            json.WriteNumber(High, top);
        json.WriteNumber(Interval, AmountInterval.Share);
    }

    private string VersionOf(EarlierAnswer earlier) => database.Read(session => versions.Find(session, earlier.VersionId))?.Number.ToString() ?? "";
}
