using System.CommandLine;
using System.Globalization;
using System.Text;
using Extractor.Cli.Evaluations;
using Extractor.Cli.Inputs;
using Extractor.Core;
using Extractor.Core.Documents;
using Extractor.Core.Quantities;
using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Verbs;

/// <summary><c>eval</c>: scores what is read out of documents against annotations.</summary>
static class EvalVerb
{
    public static Command Create(Terminal terminal)
    {
        var inputs = new InputOptions();
        var gold = new Argument<string>("gold") { Description = "Annotated claims, one JSON object a line" };
        var documents = new Argument<string>("documents") { Description = "What is known of the documents, one JSON object a line" };
        var part = new Option<string?>("--part") { Description = "Score only claims of running text, or only those of tables", HelpName = "prose|tables" };
        var recognizer = new Option<string?>("--recognizer")
        {
            Description = "Score the bare quantities of a recognizer, by span, value, unit and qualifier", HelpName = RecognizerChoice.Names,
        };
        var errors = new Option<bool>("--errors") { Description = "List every error by its first wrong field and rule" };
        var format = new Option<string>("--format") { Description = "table or jsonl", HelpName = "table|jsonl", DefaultValueFactory = _ => "table" };
        var (mention, quantity, claim) = (Least("mention"), Least("quantity"), Least("claim"));
        var command = new Command("eval", "Score the claims of documents against annotations") { gold, documents, part, recognizer, errors, format, mention, quantity, claim };
        inputs.AddTo(command, documents: false);
        command.SetAction((parsed, ct) =>
        {
            if (parsed.GetValue(recognizer) is not null && parsed.GetResult(claim) is { Implicit: false })
                throw new CliException(ExitCode.Usage, "--min-claim with --recognizer: a recognizer reads quantities and no claims; use --min-quantity");
            var request = new Request(
                GoldFile.Read(parsed.GetValue(gold)!), FactsFile.Read(parsed.GetValue(documents)), ReadPart(parsed.GetValue(part)),
                parsed.GetValue(recognizer) is { } name ? RecognizerChoice.Open(name) : null, inputs.MaxSize(parsed), inputs.Charset(parsed));
            IEvaluationWriter writer = parsed.GetValue(format) switch
            {
                "table" => new EvaluationTable(terminal.Tables()),
                "jsonl" => new EvaluationLines(terminal.OutStream),
                var other => throw new CliException(ExitCode.Usage, $"--format {other}: not table or jsonl"),
            };
            var least = (parsed.GetValue(mention), parsed.GetValue(quantity), parsed.GetValue(claim));
            return Task.FromResult(Run(terminal, request, inputs.Files(parsed), writer, parsed.GetValue(errors), least, ct));
        });
        return command.WithExamples(
            "extractor eval fixtures/gold.jsonl fixtures/documents.jsonl fixtures/pages",
            "extractor eval --part tables --errors gold.jsonl facts.jsonl pages/",
            "extractor eval --min-quantity 0.95 --min-claim 0.8 gold.jsonl facts.jsonl pages/");
    }

    static Option<double> Least(string level) => new($"--min-{level}")
    {
        Description = $"Exit with 1 where the F1 of {level} is lower", HelpName = "F1",
        CustomParser = result => double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) && least is >= 0 and <= 1
            ? least
            : throw new CliException(ExitCode.Usage, $"--min-{level} {result.Tokens[0].Value}: not a number from 0 to 1"),
    };

    static Part ReadPart(string? part) => part switch
    {
        null => Part.All,
        "prose" => Part.Prose,
        "tables" => Part.Tables,
        _ => throw new CliException(ExitCode.Usage, $"--part {part}: not prose or tables"),
    };

    static int Run(
        Terminal terminal, Request request, InputList list, IEvaluationWriter writer, bool showErrors,
        (double Mention, double Quantity, double Claim) least, CancellationToken ct)
    {
        var failures = new Failures(terminal);
        foreach (var failure in list.Failures)
            failures.Add(failure);
        var found = new List<Prediction>();
        var (done, broken) = (0, 0);
        foreach (var file in list.Files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var text = file.Read(request.MaxSize, request.Charset);
                var predictions = request.Read(file.Name, text);
                broken += predictions.Count(prediction => !IsSlice(prediction, text));
                found.AddRange(predictions);
                done++;
            }
            catch (InputException failure)
            {
                failures.Add(failure);
            }
        }
        if (done == 0)
            return failures.Code(0);
        var absent = request.Gold.Where(row => !row.IsOptional).Select(row => row.Document).Distinct().Except(list.Files.Select(file => file.Name)).ToList();
        if (absent.Count > 0)
            terminal.Say($"{absent.Count} annotated documents are not among the paths, and all their claims count as missed: {string.Join(", ", absent.Take(3))}{(absent.Count > 3 ? ", …" : "")}");
        if (broken > 0)
            terminal.Say($"{broken} of {found.Count} quotes are no slice of their document; this is a fault of the rules");

        var judgements = new Scorer(request.Part).Judge(request.Gold, found);
        var score = Score.Of(judgements);
        writer.Write(new Evaluation(request.Part, request.Gold, found, judgements, IsOfClaims: request.Recognizer is null), showErrors);
        terminal.Out.Flush();
        var missed = broken > 0 || score.Mention.F1 < least.Mention || score.Quantity.F1 < least.Quantity || score.Claim.F1 < least.Claim;
        return failures.Code(done) is not ExitCode.Done and var code ? code : missed ? ExitCode.Found : ExitCode.Done;
    }

    static bool IsSlice(Prediction prediction, string text)
    {
        var (start, end) = (Utf16(text, prediction.Span.Start), Utf16(text, prediction.Span.End));
        return start >= 0 && end > start && text.AsSpan(start, end - start).SequenceEqual(prediction.Text);
    }

    // Counted here by runes, apart from the code that is scored: a lone half is one code point.
    static int Utf16(string text, int point)
    {
        var index = 0;
        while (point > 0 && index < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out _, out var length);
            (index, point) = (index + length, point - 1);
        }
        return point == 0 ? index : -1;
    }

    sealed record Request(
        IReadOnlyList<GoldClaim> Gold, FactsFile Facts, Part Part, Func<DocumentFacts, IQuantityRecognizer>? Recognizer, int MaxSize, string? Charset)
    {
        public IReadOnlyList<Prediction> Read(string name, string text) => Recognizer is { } recognizer
            ? [.. recognizer(Facts[name]).Recognize(text).Select(mention => Prediction.Of(name, mention))]
            : [.. ClaimExtractor.Default.Extract(text, Facts[name]).Claims.Select(claim => Prediction.Of(name, claim))];
    }
}
