using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.CommandLine;
using Spectre.Console;

namespace Extractor.Cli.Output;

/// <summary>A column of a listing: what it is called in JSON and as a heading, and its cells (text, numbers, moments or null).</summary>
readonly record struct Column<T>(string Name, Func<T, object?> Cell);

/// <summary>Listings of what is no claim: a table for people, or one JSON object a line.</summary>
static class Rows
{
    static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<string> Format(Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = "table or jsonl; a table on a terminal, else jsonl",
            HelpName = "table|jsonl",
            DefaultValueFactory = _ => terminal.IsTerminal ? "table" : "jsonl",
        };
        format.AcceptOnlyFromAmong("table", "jsonl");
        return format;
    }

    public static void Write<T>(Terminal terminal, string format, IEnumerable<T> rows, params Column<T>[] columns)
    {
        if (format == "jsonl")
            foreach (var row in rows)
                WriteLine(terminal, json =>
                {
                    foreach (var column in columns)
                        Put(json, column.Name, column.Cell(row));
                });
        else
        {
            var table = new Table().Border(TableBorder.Rounded);
            foreach (var column in columns)
                table.AddColumn(new TableColumn(new Text(column.Name.Replace('_', ' '))));
            foreach (var row in rows)
                table.AddRow(columns.Select(column => new Text(Terminal.OneLine(Cell(column.Cell(row))))));
            terminal.Tables().Write(table);
        }
        terminal.Out.Flush();
    }

    /// <summary>One object on one line.</summary>
    public static void WriteLine(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    static void Put(Utf8JsonWriter json, string name, object? cell)
    {
        switch (cell)
        {
            case null: json.WriteNull(name); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int or long or short: json.WriteNumber(name, Convert.ToInt64(cell, CultureInfo.InvariantCulture)); break;
            default: json.WriteString(name, Words(cell)); break;
        }
    }

    // People read a moment by the minute, in the clock of their own place.
    static string Cell(object? cell) => cell is DateTime moment ? moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : Words(cell);

    static string Words(object? cell) => cell switch
    {
        null => "",
        bool flag => flag ? "yes" : "no",
        DateTime moment => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
